package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.TestDatabase;
import org.junit.jupiter.api.Test;

class EmptyBodyTest {

  @Test
  void an_action_takes_no_body_without_a_media_type_and_nothing_else() {
    try (Api api = Api.start(TestDatabase.h2(), Till.CLASSES)) {
      Call.Answer empty = api.as(Roles.OPERATOR).post("projections/none/pause", new byte[0]);
      assertThat(empty.status()).as("%s", empty).isEqualTo(404);
      assertThat(empty.code()).doesNotStartWith("ORX-70");

      Call.Answer other =
          api.as(Roles.OPERATOR)
              .with("Content-Type", "text/plain")
              .post("projections/none/pause", new byte[0]);
      assertThat(other.status()).isEqualTo(415);
    }
  }
}
