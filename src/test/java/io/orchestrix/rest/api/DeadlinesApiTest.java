package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.Recurrence;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.message.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeadlinesApiTest {

  private static final Reason WHY = new Reason("looked at it");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FAR = Instant.parse("2099-01-02T03:04:05Z");

  private static final Site SITE = Site.start("masked");

  private final DeadlinesApi api = SITE.get(DeadlinesApi.class);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private static void remind(String key) {
    SITE.get(DeadlineScheduler.class).schedule(key, DAY, new Shop.Remind(key, "Ada Lovelace"));
  }

  private static void put(String handler, String key) {
    SITE.get(DeadlineStore.class)
        .put(
            List.of(
                Deadline.of(new DeadlineKey(handler, key), FAR, "{\"a\": 1}", Origin.NONE, "")));
  }

  private Stream<DeadlineView> of(String handler) {
    return api.list(handler, null, Site.all()).items().stream();
  }

  @Test
  void one_is_shown_without_what_is_sensitive() {
    remind("shown");

    DeadlineView found = api.find("Remind", "shown");

    assertThat(found.state()).isEqualTo(DeadlineState.WAITING);
    assertThat(found.command()).isNull();
    assertThat(SITE.json(found))
        .contains("\"what\":\"shown\",\"whom\":\"***\"")
        .doesNotContain("Lovelace");
  }

  @Test
  void commands_are_shown_by_their_names_with_when_they_come_again() {
    SITE.get(CommandBus.class).schedule(new Shop.Move("later"), FAR);
    SITE.get(RecurringCommands.class)
        .schedule("nightly", new Shop.Move("again"), Recurrence.parse("hour=3 timezone=UTC"));

    assertThat(of("scheduled-command:Move"))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.command()).isEqualTo("Move");
              assertThat(view.recurrence()).isNull();
              assertThat(view.payload()).isEqualTo(new Shop.Move("later"));
            });
    assertThat(api.find("recurring-command:Move", "nightly"))
        .satisfies(
            view -> {
              assertThat(view.command()).isEqualTo("Move");
              assertThat(view.recurrence()).contains("hour=3");
            });
  }

  @Test
  void of_what_nobody_knows_here_nothing_is_shown() {
    put("Gone", "k");

    assertThat(api.find("Gone", "k").payload()).isEqualTo("***");
  }

  @Test
  void pages_lead_to_the_end_whatever_the_keys_are() {
    String handler = "odd/" + "h~".repeat(98);
    List<String> keys =
        List.of("a/b", "a~1b", "c~0", "ä".repeat(300), "%2F?&=", "x", " ", "日本/~", "tab\there");
    keys.forEach(key -> put(handler, key));

    assertThat(Site.pages(2, paging -> api.list(handler, null, paging)))
        .extracting(DeadlineView::key)
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(Site.pages(1, paging -> api.list(null, null, paging)))
        .filteredOn(view -> view.handler().equals(handler))
        .hasSameSizeAs(keys)
        .doesNotHaveDuplicates();
    for (String key : keys) {
      assertThat(api.find(PathText.escaped(handler), PathText.escaped(key)).key()).isEqualTo(key);
    }
  }

  @Test
  void one_is_fired_before_its_time() {
    remind("early");

    api.fire("Remind", "early", null);

    await().until(() -> Shop.DONE.contains("early"));
    refused("ORX-3635", Kind.NOT_FOUND, () -> api.fire("Remind", "early", null));
  }

  @Test
  void one_that_was_given_up_is_found_and_tried_again() {
    Shop.BROKEN.add("broken");
    remind("broken");
    refused("ORX-3636", Kind.REFUSED, () -> api.retry("Remind", "broken", WHY));
    api.fire("Remind", "broken", WHY);
    await().until(() -> api.find("Remind", "broken").state() == DeadlineState.GIVEN_UP);

    assertThat(api.list("Remind", "given-up", Site.all()).items())
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.key()).isEqualTo("broken");
              assertThat(view.failure()).isEqualTo("java.lang.IllegalStateException");
            });
    assertThat(api.list("Remind", "waiting", Site.all()).items())
        .extracting(DeadlineView::key)
        .doesNotContain("broken");
    Shop.BROKEN.remove("broken");
    api.retry("Remind", "broken", WHY);

    await().until(() -> Shop.DONE.contains("broken"));
  }

  @Test
  void one_is_moved() {
    remind("moved");

    DeadlineView moved = api.reschedule("Remind", "moved", new Rescheduling(FAR, "holiday"));

    assertThat(moved.dueAt()).isEqualTo(FAR);
    assertThat(api.find("Remind", "moved")).isEqualTo(moved);
    refused(
        "ORX-7021",
        Kind.INVALID,
        () -> api.reschedule("Remind", "moved", new Rescheduling(null, null)));
    refused("ORX-7021", Kind.INVALID, () -> api.reschedule("Remind", "moved", null));
    refused(
        "ORX-3624",
        Kind.INVALID,
        () -> api.reschedule("Remind", "moved", new Rescheduling(Instant.MIN, null)));
  }

  @Test
  void one_is_cancelled_only_with_a_reason() {
    remind("cancelled");
    refused("ORX-7022", Kind.INVALID, () -> api.cancel("Remind", "cancelled", new Reason(null)));
    assertThat(api.find("Remind", "cancelled").key()).isEqualTo("cancelled");

    api.cancel("Remind", "cancelled", WHY);

    refused("ORX-3635", Kind.NOT_FOUND, () -> api.find("Remind", "cancelled"));
    refused("ORX-3635", Kind.NOT_FOUND, () -> api.cancel("Remind", "cancelled", WHY));
  }

  @Test
  void those_that_let_a_saga_go_on_are_left_to_it() {
    for (String handler : List.of("saga:gone:1", "saga-unmatched:gone")) {
      put(handler, "O-1");
      Rescheduling later = new Rescheduling(FAR.plus(DAY), null);
      refused("ORX-7024", Kind.REFUSED, () -> api.cancel(handler, "O-1", WHY));
      refused("ORX-7024", Kind.REFUSED, () -> api.fire(handler, "O-1", WHY));
      refused("ORX-7024", Kind.REFUSED, () -> api.reschedule(handler, "O-1", later));
      assertThat(api.find(handler, "O-1").dueAt()).isEqualTo(FAR);
    }
  }

  @Test
  void what_is_not_valid_is_said() {
    refused("ORX-7015", Kind.INVALID, () -> api.list(null, "GIVEN_UP", Site.all()));
    refused("ORX-7015", Kind.INVALID, () -> api.list("a\0", null, Site.all()));
    refused("ORX-7015", Kind.INVALID, () -> api.list(null, null, Site.paging(null, "501")));
    for (String after :
        List.of(
            "Remind/a",
            "§",
            "",
            Cursor.of("a"),
            Cursor.of("", "b"),
            Cursor.of("h".repeat(201), "b"),
            Cursor.of("a", "b\0"),
            Cursor.of("a", "b", "c"))) {
      refused("ORX-7015", Kind.INVALID, () -> api.list(null, null, Site.paging(after, null)));
    }
    refused("ORX-7015", Kind.INVALID, () -> api.find("Remind", "a\0"));
    refused("ORX-7015", Kind.INVALID, () -> api.find("Remind", "a".repeat(301)));
  }
}
