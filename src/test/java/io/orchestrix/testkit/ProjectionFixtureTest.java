package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.NotOnReplay;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The fixture finds what is wrong with a projection, and says so. */
class ProjectionFixtureTest {

  @Projection("notes")
  static class Notes {
    final Map<String, BigDecimal> amounts = new HashMap<>();
    final List<RecordedEvent> seen = new ArrayList<>();

    void noted(@HandlesEvent Noted event, RecordedEvent recorded) {
      seen.add(recorded);
      amounts.merge(recorded.stream().key(), event.amount(), BigDecimal::add);
    }

    @OnReset
    void reset() {
      amounts.clear();
    }
  }

  @Projection("telling")
  static class Telling extends Notes {
    @NotOnReplay
    void told(@HandlesEvent Noted event) {
      amounts.put("told " + event.text(), event.amount());
    }
  }

  /** Gets another result when events come one by one. */
  @Projection("counting")
  static class Counting {
    int count;

    void noted(@HandlesEvent Noted event, Counter counter) {
      count += counter.next();
    }

    @OnReset
    void reset() {
      count = 0;
    }
  }

  interface Counter {
    int next();
  }

  @Projection(value = "latest", segments = 4)
  static class Latest {
    String latest = "";

    void noted(@HandlesEvent Noted event) {
      latest = event.text();
    }

    @OnReset
    void reset() {
      latest = "";
    }
  }

  @Projection("endless")
  static class WithoutReset {
    void noted(@HandlesEvent Noted event) {
      if (event.text().equals("bad")) {
        throw new IllegalStateException("cannot take " + event.text());
      }
    }
  }

  @Projection("unable")
  static class Unable extends Notes {
    boolean isReset;

    @Override
    void noted(@HandlesEvent Noted event, RecordedEvent recorded) {
      if (isReset) {
        throw new IllegalStateException("no second time");
      }
    }

    @Override
    @OnReset
    void reset() {
      isReset = true;
    }
  }

  private static void assertFault(ThrowingCallable test, String... parts) {
    assertThatThrownBy(test).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void events_come_as_they_stand_in_a_store() {
    Notes notes = new Notes();
    ProjectionFixture.of(notes)
        .given("note/a", Noted.of("one"), Noted.of("two"))
        .given("b", Noted.of("three"), new Labelled("unwanted", "o", List.of()))
        .then(it -> assertThat(it.amounts).containsOnlyKeys("a", "b"));

    assertThat(notes.seen).extracting(RecordedEvent::version).containsExactly(1L, 2L, 1L);
    assertThat(notes.seen)
        .extracting(RecordedEvent::position)
        .containsExactly(new GlobalPosition(1), new GlobalPosition(2), new GlobalPosition(3));
    assertThat(notes.seen)
        .allSatisfy(
            event ->
                assertThat(event.metadata().time())
                    .isEqualTo(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(notes.seen.get(2).stream().toString()).isEqualTo("stream/b");
  }

  @Test
  void an_event_may_stand_there_as_an_older_version_has_written_it() {
    Notes notes = new Notes();
    ProjectionFixture.of(notes)
        .givenStored("a", "orchestrix.testkit.noted", 1, "{\"text\": \"t\", \"amount\": 2}")
        .then(it -> assertThat(it.amounts).containsOnlyKeys("a"));
  }

  @Test
  void a_sound_projection_passes() {
    Notes notes = new Notes();
    ProjectionFixture.of(notes)
        .given("a", Noted.of("one"), Noted.of("two"))
        .thenReplayEqualsLive(() -> notes.amounts)
        .replayed()
        .then(it -> assertThat(it.amounts.get("a")).isEqualByComparingTo("3.00"));
  }

  @Projection("forgetful")
  static class Forgetful extends Notes {
    @Override
    @OnReset
    void reset() {
      amounts.remove("b");
    }
  }

  @Test
  void what_a_reset_leaves_behind_is_shown() {
    Forgetful notes = new Forgetful();
    assertFault(
        () ->
            ProjectionFixture.of(notes)
                .given("a", Noted.of("one"))
                .given("b", Noted.of("one"))
                .thenReplayEqualsLive(() -> notes.amounts),
        "'forgetful' is another one when all events are replayed at once than when they were live",
        "[\"a\"] = 1.50",
        "[\"a\"] = 3.00");
  }

  @Test
  void what_is_not_done_on_a_replay_is_no_part_of_the_read_model() {
    Telling notes = new Telling();
    assertFault(
        () ->
            ProjectionFixture.of(notes)
                .given("a", Noted.of("one"))
                .thenReplayEqualsLive(() -> notes.amounts),
        "told one",
        "(nothing)");
  }

  @Test
  void an_order_that_several_segments_do_not_keep_is_found() {
    Latest latest = new Latest();
    assertFault(
        () ->
            ProjectionFixture.of(latest)
                .given("a", Noted.of("one"))
                .given("b", Noted.of("two"))
                .given("a", Noted.of("three"))
                .thenReplayEqualsLive(() -> latest.latest),
        "when one sequence is replayed after the other",
        "\"three\"",
        "\"two\"");
  }

  @Test
  void a_read_model_that_cannot_be_compared_is_told() {
    Latest latest = new Latest();
    assertFault(
        () ->
            ProjectionFixture.of(latest)
                .given("a", Noted.of("one"))
                .thenReplayEqualsLive(() -> latest),
        "is the same object");
  }

  @Test
  void one_without_a_reset_cannot_be_replayed() {
    assertFault(
        () -> ProjectionFixture.of(new WithoutReset()).given("a", Noted.of("one")).replayed(),
        "has no method with @OnReset");
  }

  @Test
  void a_failure_that_nobody_expects_fails_the_test() {
    assertFault(
        () -> ProjectionFixture.of(new WithoutReset()).given("a", Noted.of("bad")),
        "'endless' failed",
        "cannot take bad");
    assertFault(
        () -> ProjectionFixture.of(new Unable()).given("a", Noted.of("one")).replayed(),
        "'unable' failed when all events are replayed at once",
        "no second time");
  }

  @Test
  void a_failure_that_does_not_come_fails_the_test() {
    assertFault(
        () -> thenFails(Noted.of("good"), IllegalStateException.class), "but it was handled");
    assertFault(
        () -> thenFails(Noted.of("bad"), NullPointerException.class),
        "but it failed with java.lang.IllegalStateException: cannot take bad");
  }

  private static void thenFails(Noted event, Class<? extends Throwable> type) {
    ProjectionFixture.of(new WithoutReset()).thenFails("a", event, type);
  }

  @Test
  void an_event_that_fails_as_expected_has_not_happened() {
    Notes notes = new Notes();
    Consumer<Notes> isEmpty = it -> assertThat(it.seen).isEmpty();
    ProjectionFixture.of(notes).then(isEmpty);
    WithoutReset failing = new WithoutReset();
    ProjectionFixture.of(failing)
        .thenFails("a", Noted.of("bad"), IllegalStateException.class)
        .given("a", Noted.of("good"));
  }

  @Test
  void an_event_that_cannot_be_stored_is_told() {
    assertFault(
        () -> ProjectionFixture.of(new Notes()).given("/", Noted.of("one")),
        "What is given cannot be stored");
  }

  @Test
  void what_comes_to_be_otherwise_one_by_one_is_found() {
    Counting counting = new Counting();
    int[] calls = {0};
    assertFault(
        () ->
            ProjectionFixture.of(counting)
                .with(Counter.class, () -> ++calls[0] > 4 ? 2 : 1)
                .given("a", Noted.of("one"), Noted.of("two"))
                .thenReplayEqualsLive(() -> counting.count),
        "when the events are replayed one by one",
        "! 2",
        "| 4");
  }

  @Test
  void a_parameter_without_a_value_is_told() {
    assertFault(
        () -> ProjectionFixture.of(new Counting()).given("a", Noted.of("one"), Noted.of("two")),
        "with(Counter.class, ...)");
  }
}
