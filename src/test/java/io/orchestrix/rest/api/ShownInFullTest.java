package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static io.orchestrix.rest.api.Site.COUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.saga.SagaStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What operators see, and may do, who may see everything. */
class ShownInFullTest {

  private static final Site SITE = Site.start("full");

  private final DeadLettersApi letters = SITE.get(DeadLettersApi.class);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  @Test
  void a_letter_is_edited_as_it_is_shown_and_handled() {
    String position = SITE.failed("edited");
    DeadLetterDetail found = letters.find(COUNTS, position);
    assertThat(SITE.json(found))
        .contains("\"payload\":{\"name\":\"edited\",\"owner\":\"Ada Lovelace\",\"by\":-1}")
        .contains("Ada Lovelace counts backwards");
    assertThat(found.stack()).contains("Counts.counted");

    DeadLetterDetail edited =
        letters.edit(
            COUNTS,
            position,
            new LetterEdit(Map.of("name", "edited", "owner", "Bob", "by", 5), "a slip"));
    assertThat(edited.letter().edited()).isTrue();
    assertThat(SITE.json(edited)).contains("\"owner\":\"Bob\"");
    letters.retry(COUNTS, position, null);

    await().until(() -> letters.find(COUNTS, position).letter().state() == DeadLetterState.HANDLED);
    assertThat(Shop.Counts.TOTALS).containsEntry("1 edited", 5);
  }

  @Test
  void an_edit_that_does_not_fit_or_has_no_reason_is_refused() {
    String at = SITE.failed("misfit");
    Map<String, Object> good = Map.of("name", "misfit", "owner", "Bob", "by", 5);

    refused("ORX-7022", Kind.INVALID, () -> letters.edit(COUNTS, at, new LetterEdit(good, null)));
    refused("ORX-7021", Kind.INVALID, () -> letters.edit(COUNTS, at, null));
    refused("ORX-7021", Kind.INVALID, () -> letters.edit(COUNTS, at, new LetterEdit(null, "x")));
    refused(
        "ORX-7021",
        Kind.INVALID,
        () -> letters.edit(COUNTS, at, new LetterEdit(Map.of("name", "\ud800"), "x")));
    refused(
        "ORX-3304",
        Kind.INVALID,
        () -> letters.edit(COUNTS, at, new LetterEdit(Map.of("by", "many"), "x")));
    assertThat(letters.find(COUNTS, at).letter().edited()).isFalse();
  }

  @Test
  void deadlines_and_sagas_are_shown_as_they_are() {
    SITE.get(DeadlineScheduler.class)
        .schedule("full", Duration.ofDays(1), new Shop.Remind("full", "Ada Lovelace"));
    assertThat(SITE.json(SITE.get(DeadlinesApi.class).find("Remind", "full")))
        .contains("Ada Lovelace");

    SagasApi sagas = SITE.get(SagasApi.class);
    Shop.BROKEN.add("ship F-1");
    sagas.start("order", new SagaStart("F-1", Map.of("id", "F-1", "card", "4000"), null));
    await().until(() -> sagas.find("order", "F-1").status() == SagaStatus.QUARANTINED);

    SagaView stuck = sagas.find("order", "F-1");
    assertThat(stuck.state()).isEqualTo(Map.of("id", "F-1", "card", "4000"));
    assertThat(stuck.reason()).contains("card 4711 is not taken");
    assertThat(SITE.json(sagas.journal("order", "F-1", Site.all()))).contains("\"card\":\"4000\"");
  }
}
