package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.aggregate.InvalidAggregateException;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Upcaster;
import jakarta.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregateFixtureTest {

  record Noted(String text, BigDecimal amount) implements Event {}

  record Forgotten(@JsonIgnore @Nullable String text) implements Event {}

  record Unreadable(Object anything) implements Event {
    @JsonIgnore
    @Override
    public Object anything() {
      return anything;
    }
  }

  record Elsewhere(int number) implements Event {}

  record Note(@TargetId String id, String text) implements Command {}

  record Ask(@TargetId String id) implements Command {}

  record Fail(@TargetId String id) implements Command {}

  record Unknown(@TargetId String id) implements Command {}

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by type
  @Aggregate("pad")
  static class Pad extends AggregateRoot {
    final List<String> notes = new ArrayList<>();

    @Creates(Creation.IF_MISSING)
    private int note(@HandlesCommand Note command) {
      apply(new Noted(command.text(), new BigDecimal("1.50")));
      return notes.size();
    }

    private String ask(@HandlesCommand Ask command, Clock clock, Metadata metadata, Number more) {
      return clock.instant() + " " + metadata.time() + " " + more;
    }

    private void fail(@HandlesCommand Fail command) throws IOException {
      apply(new Noted("never", BigDecimal.ONE));
      throw new IOException("no");
    }

    void happen(Event event) {
      apply(event);
    }

    void when(Noted event) {
      notes.add(event.text());
    }

    void when(Forgotten event) {}

    void when(Unreadable event) {}
  }

  private final AggregateFixture<Pad> pad = AggregateFixture.of(Pad.class);

  private static Noted noted(String text) {
    return new Noted(text, new BigDecimal("1.50"));
  }

  private static AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable work) {
    return assertThatThrownBy(work).isInstanceOf(AssertionError.class);
  }

  @Test
  void what_is_as_expected_passes() {
    pad.given(noted("a"))
        .when(new Note("p", "b"))
        .thenEvents(noted("b"))
        .thenAnswer(2)
        .thenState(it -> assertThat(it.notes).containsExactly("a", "b"))
        .thenState(it -> assertThat(it.id()).isEqualTo("p"))
        .when(it -> it.happen(noted("c")))
        .thenEvents(noted("c"))
        .when(it -> {})
        .thenNoEvents()
        .thenAnswer(null)
        .thenState(it -> assertThat(it.notes).containsExactly("a", "b", "c"));
  }

  @Test
  void other_events_fail_and_are_shown() {
    AggregateOutcome<Pad> outcome = pad.when(new Note("p", "b"));

    assertFails(() -> outcome.thenEvents(new Noted("b", new BigDecimal("1.5"))))
        .hasMessageContaining("Note[id=p, text=b] made other events than expected:")
        .hasMessageContaining("amount = 1.5 (scale 1) | amount = 1.50 (scale 2)");
    assertFails(outcome::thenNoEvents).hasMessageContaining("+ ");
    assertFails(() -> outcome.thenEvents(noted("b"), noted("b"))).hasMessageContaining("- Noted[");
  }

  @Test
  void another_answer_fails() {
    AggregateOutcome<Pad> outcome = pad.when(new Note("p", "b"));

    assertFails(() -> outcome.thenAnswer(2))
        .hasMessageContaining("was answered otherwise than expected:")
        .hasMessageContaining("! 2        | 1");
    assertFails(() -> outcome.thenAnswer(null)).hasMessageContaining("+ ");
  }

  @Test
  void a_failure_that_is_expected_passes_and_nothing_has_happened() {
    pad.given(noted("a"))
        .when(new Fail("p"))
        .thenFails(IOException.class, failure -> assertThat(failure).hasMessage("no"))
        .thenState(it -> assertThat(it.notes).containsExactly("a"));
  }

  @Test
  void another_failure_or_none_fails() {
    pad.given(noted("a"));
    AggregateOutcome<Pad> failed = pad.when(new Fail("p"));

    assertFails(() -> failed.thenFails(DomainRuleException.class))
        .hasMessageContaining("was to fail with " + DomainRuleException.class.getName())
        .hasMessageContaining("but it failed with java.io.IOException: no")
        .hasCauseInstanceOf(IOException.class);
    failed.thenFails(IOException.class);
    assertFails(() -> pad.when(new Note("p", "b")).thenFails(IOException.class))
        .hasMessageContaining("but it did not; its events: [Noted[text=b");
  }

  @Test
  void a_failure_that_nobody_asked_for_fails_whatever_comes_next() {
    pad.given(noted("a"));
    AggregateOutcome<Pad> failed = pad.when(new Fail("p"));

    assertFails(failed::thenNoEvents)
        .hasMessageContaining("Fail[id=p] failed with java.io.IOException: no")
        .hasCauseInstanceOf(IOException.class);
    assertFails(() -> failed.thenAnswer(1)).hasMessageContaining("expected was the answer 1");
    assertFails(() -> failed.thenState(it -> {})).hasMessageContaining("failed with");
    assertFails(() -> failed.when(new Note("p", "b")))
        .hasMessageContaining("nobody asked for a failure");
  }

  @Test
  void a_given_command_that_fails_fails_the_test() {
    pad.givenCommands(new Note("p", "a"));

    assertFails(() -> pad.givenCommands(new Fail("p")))
        .hasMessageContaining("The given Fail[id=p] failed: java.io.IOException: no");
  }

  @Test
  void a_command_that_it_does_not_handle_fails_the_test() {
    assertFails(() -> pad.when(new Unknown("p")))
        .hasMessageContaining("Pad does not handle " + Unknown.class.getName());
  }

  @Test
  void a_fixture_is_about_one_aggregate() {
    pad.when(new Note("p", "a"));

    assertFails(() -> pad.when(new Note("q", "a")))
        .hasMessageContaining("about pad/p; the command is for pad/q");
    assertFails(() -> AggregateFixture.of(Pad.class).withId("x").when(new Note("q", "a")))
        .hasMessageContaining("about pad/x");
    AggregateFixture.of(Pad.class)
        .withId("x")
        .given(noted("a"))
        .when(it -> assertThat(it.id()).isEqualTo("x"))
        .thenNoEvents();
  }

  @Test
  void the_state_of_what_is_not_there_is_not_looked_at() {
    assertFails(() -> pad.when(it -> {}).thenState(it -> {}))
        .hasMessageContaining("There is no pad/1.");
  }

  @Test
  void further_parameters_have_the_values_of_the_test() {
    Instant start = Instant.parse("2026-05-06T07:08:09Z");
    pad.with(Clock.class, new SettableClock(start))
        .with(Integer.class, 42)
        .given(noted("a"))
        .when(new Ask("p"))
        .thenAnswer("2026-05-06T07:08:09Z 2026-05-06T07:08:09Z 42");
    assertFails(() -> AggregateFixture.of(Pad.class).given(noted("a")).when(new Ask("p")))
        .hasMessageContaining("asks for a java.lang.Number")
        .hasMessageContaining("with(Number.class, ...)");
  }

  @Test
  void an_option_that_comes_too_late_is_refused() {
    pad.given(noted("a"));

    assertThatThrownBy(() -> pad.withId("p"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Options come first");
  }

  @Test
  void an_event_that_does_not_survive_the_store_fails_the_test() {
    assertFails(() -> pad.when(it -> it.happen(new Forgotten("secret"))))
        .hasMessageContaining("read again as something else:")
        .hasMessageContaining("text = \"secret\" | text = null");
    assertFails(() -> AggregateFixture.of(Pad.class).given(new Forgotten("x")).when(it -> {}))
        .hasMessageContaining("something else");
    assertThatCode(() -> AggregateFixture.of(Pad.class).given(new Forgotten(null)).when(it -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void an_event_that_cannot_be_stored_fails_the_test() {
    Event unwritable = new Unreadable(new Object());

    assertFails(() -> pad.when(it -> it.happen(unwritable)).thenEvents(unwritable));
  }

  @Test
  void an_event_of_an_unknown_type_is_refused_unless_it_is_made_known() {
    assertFails(() -> pad.given(new Elsewhere(1)).when(it -> {}))
        .hasMessageContaining("What is given cannot be stored: ORX-1003");
    AggregateFixture.of(Pad.class)
        .withEvents(Elsewhere.class)
        .given(noted("a"))
        .when(it -> it.happen(new Elsewhere(1)))
        .thenEvents(new Elsewhere(1));
  }

  @Test
  void stored_events_of_the_past_are_brought_up_to_date() {
    pad.withUpcasters(
            Upcaster.rename(
                "Written",
                1,
                "Noted",
                1,
                old -> Json.createObjectBuilder(old).add("amount", 1).build()))
        .givenStored("Written", 1, "{\"text\":\"old\"}")
        .when(new Note("p", "new"))
        .thenEvents(noted("new"))
        .thenAnswer(2)
        .thenState(it -> assertThat(it.notes).containsExactly("old", "new"));
  }

  @Test
  void a_class_that_is_no_aggregate_is_refused() {
    assertThatThrownBy(() -> AggregateFixture.of(AggregateRoot.class))
        .isInstanceOf(InvalidAggregateException.class);
  }
}
