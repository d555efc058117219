package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.config.Backoff;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.subscription.FailurePolicy;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
class ProjectionTypeTest {

  sealed interface Moved extends Event {}

  record Came(String who) implements Moved {}

  record Went(String who) implements Moved {}

  @Projection("moves")
  @OnFailure(attempts = 7, then = AfterFailure.STOP)
  static class Moves {
    void any(@HandlesEvent Moved event) {}

    void again(@HandlesEvent Came event) {}

    @OnFailure(attempts = 1, backoff = Backoff.NONE, then = AfterFailure.SKIP)
    void went(@HandlesEvent Went event) {}

    @OnReset
    void clear() {}
  }

  @Projection("more-moves")
  static class MoreMoves extends Moves {
    @Override
    void again(@HandlesEvent Came event) {}

    void overridden(@HandlesEvent Went event, ReadModel model) {}
  }

  private static final FailurePolicy CONFIGURED =
      new FailurePolicy(RetryPolicy.fixed(3, Duration.ofMillis(1)), AfterFailure.DEAD_LETTER);

  private static RecordedEvent recorded(Event event) {
    Metadata metadata =
        new Metadata(
            UUID.randomUUID(),
            "moved",
            "/test",
            null,
            Instant.EPOCH,
            UUID.randomUUID(),
            null,
            null);
    return new RecordedEvent(
        new StreamId("move", "1"), 1, new GlobalPosition(1), metadata, 1, List.of(event));
  }

  private static List<String> handlers(Class<?> type, Class<? extends Event> event) {
    return ProjectionType.of(type).handlersOf(event).stream()
        .map(handler -> handler.method().getName())
        .toList();
  }

  @Test
  void all_methods_that_fit_an_event_are_found_by_name() {
    assertThat(handlers(Moves.class, Came.class)).containsExactly("again", "any");
    assertThat(handlers(Moves.class, Went.class)).containsExactly("any", "went");
  }

  @Test
  void of_inherited_methods_only_the_one_that_is_called_counts() {
    assertThat(handlers(MoreMoves.class, Came.class)).containsExactly("again", "any");
    assertThat(handlers(MoreMoves.class, Went.class)).containsExactly("any", "overridden", "went");
  }

  @Test
  void versions_are_kept_apart_only_if_the_reset_knows_them_too() {
    assertThat(ProjectionType.of(MoreMoves.class).hasVersions()).isFalse();
    assertThat(ProjectionType.of(Tallies.class).hasVersions()).isTrue();
  }

  @Test
  void what_a_method_says_of_failures_comes_before_its_class_and_that_before_the_settings() {
    FailurePolicies ofMoves = new FailurePolicies(ProjectionType.of(Moves.class), CONFIGURED);
    FailurePolicies ofTallies = new FailurePolicies(ProjectionType.of(Tallies.class), CONFIGURED);

    assertThat(ofMoves.of(recorded(new Went("x"))).then()).isEqualTo(AfterFailure.SKIP);
    assertThat(ofMoves.of(recorded(new Came("x"))).then()).isEqualTo(AfterFailure.STOP);
    assertThat(ofMoves.of(recorded(new Came("x"))).retry().attempts()).isEqualTo(7);
    assertThat(ofTallies.of(recorded(new Tallied("x", 1)))).isEqualTo(CONFIGURED);
  }
}
