package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.ActingCaller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who tries what he may not is in the audit log. */
class RefusedAccessTest {

  private static List<AuditEntry> entries(Api api) {
    return api.get(AuditLog.class).page(AuditFilter.ALL, null, 100);
  }

  @Test
  void a_command_is_there_by_its_name_and_everything_else_by_the_template_of_its_path() {
    try (Api api = Api.start(TestDatabase.h2(), Till.CLASSES)) {
      ActingCaller caller = api.get(ActingCaller.class);
      caller.begin("203.0.113.7");
      try {
        assertThat(api.as("carl").post("commands/Count", "{}").code()).isEqualTo("ORX-7013");
        assertThat(api.as("carl").post("commands/none%0Aat%20all", "{}").status()).isEqualTo(403);
        assertThat(api.as("carl").post("sagas/trip/T-1/skip", "{}").status()).isEqualTo(403);
        assertThat(api.as("carl").get("dead-letters/a~11/7").status()).isEqualTo(403);
        assertThat(api.as("carl").get("queries/Secret?of=4711").status()).isEqualTo(403);
        assertThat(api.as("carl").get("openapi.json").status()).isEqualTo(403);
      } finally {
        caller.end();
      }

      assertThat(entries(api))
          .extracting(AuditEntry::kind, AuditEntry::what, AuditEntry::target)
          .containsExactly(
              tuple(Kind.ACTION, "GET openapi.json", "openapi.json"),
              tuple(Kind.ACTION, "GET queries/{name}", "queries/Secret"),
              tuple(
                  Kind.ACTION, "GET dead-letters/{subscription}/{position}", "dead-letters/a~11/7"),
              tuple(Kind.ACTION, "POST sagas/{name}/{key}/{action}", "sagas/trip/T-1/skip"),
              tuple(Kind.ACTION, "POST commands/{name}", "commands/none%0Aat%20all"),
              tuple(Kind.COMMAND, "Count", ""));
      assertThat(entries(api))
          .allSatisfy(
              entry -> {
                assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(entry.code()).isEqualTo("ORX-7013");
                assertThat(entry.actor()).isEqualTo("somebody");
                assertThat(entry.origin()).isEqualTo("203.0.113.7");
                assertThat(entry.messageId()).isNull();
              });
    }
  }

  @Test
  void who_has_not_logged_in_cannot_fill_it_and_who_has_only_with_short_texts() {
    try (Api api = Api.start(TestDatabase.h2(), Till.CLASSES)) {
      new Call(api).post("commands/Count", "{}");
      new Call(api).get("sagas");
      assertThat(entries(api)).isEmpty();

      api.as("carl").get("sagas/trip/" + "x".repeat(5_000));
      assertThat(entries(api)).singleElement().extracting(e -> e.target().length()).isEqualTo(512);
    }
  }

  @ParameterizedTest
  @CsvSource({"all, 2", "actions, 1", "none, 0"})
  void only_that_is_written_which_is_asked_for(String mode, int entries) {
    try (Api api = Api.start(Map.of("orchestrix.audit", mode), TestDatabase.h2(), Till.CLASSES)) {
      api.as("carl").post("commands/Count", "{}");
      api.as("carl").post("projections/sums/pause", "{}");

      assertThat(entries(api)).hasSize(entries);
    }
  }
}
