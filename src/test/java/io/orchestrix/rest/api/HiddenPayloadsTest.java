package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static io.orchestrix.rest.api.Site.COUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.saga.SagaStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators see where payloads are not shown at all. */
class HiddenPayloadsTest {

  @Test
  void nothing_of_a_payload_is_shown() {
    try (Site site = Site.start("none")) {
      SagasApi sagas = site.get(SagasApi.class);
      DeadLettersApi letters = site.get(DeadLettersApi.class);
      sagas.start("order", new SagaStart("H-1", Map.of("id", "secret", "card", "4000"), null));
      await().until(() -> sagas.find("order", "H-1").status() == SagaStatus.COMPLETED);
      site.get(DeadlineScheduler.class)
          .schedule("h", Duration.ofDays(1), new Shop.Remind("secret", "Ada"));
      String position = site.failed("hidden");

      SagaView saga = sagas.find("order", "H-1");
      assertThat(saga.state()).isNull();
      assertThat(site.json(sagas.journal("order", "H-1", Site.all()))).doesNotContain("secret");
      assertThat(site.get(DeadlinesApi.class).find("Remind", "h").payload()).isNull();
      DeadLetterDetail letter = letters.find(COUNTS, position);
      assertThat(letter.payload()).isNull();
      assertThat(site.json(letter)).doesNotContain("Lovelace");
      refused(
          "ORX-7023",
          Kind.FORBIDDEN,
          () -> letters.edit(COUNTS, position, new LetterEdit(Map.of("by", 1), "x")));
    }
  }
}
