package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.projection.Projection.Mode;
import io.orchestrix.projection.inmemory.InMemoryReadModelStore;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A projection that was inline in the version of the application before, or was not. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
class ChangedModeTest {

  record Came(String who) implements Event {}

  @Projection("guests")
  static class Soon {
    void came(@HandlesEvent Came event) {}
  }

  @Projection(value = "guests", mode = Mode.INLINE)
  static class AtOnce {
    void came(@HandlesEvent Came event) {}
  }

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final ReadModelStore readModels = new InMemoryReadModelStore(unitOfWork);

  private static RegisteredProjection registered(Object projection) {
    return RegisteredProjection.of(
        ProjectionType.of(projection.getClass()),
        work -> {
          throw new IllegalStateException("nothing is to be handled");
        },
        new Settings(name -> Optional.empty()));
  }

  private ProjectionSubscriptions subscriptions(Object projection) {
    return new ProjectionSubscriptions(
        List.of(registered(projection)),
        readModels,
        new InMemorySegmentStore(unitOfWork),
        new CurrentMessage(),
        Clock.systemUTC());
  }

  private InlineProjections inline(Object projection) {
    return new InlineProjections(List.of(registered(projection)), readModels, new CurrentMessage());
  }

  private static RecordedEvent event() {
    return new RecordedEvent(
        new StreamId("guest", "1"),
        1,
        new GlobalPosition(1),
        new Metadata(
            UUID.randomUUID(),
            "came",
            "/test",
            "guest-1",
            Instant.EPOCH,
            UUID.randomUUID(),
            null,
            null),
        1,
        List.of(new Came("Ada")));
  }

  @Test
  void one_that_was_inline_handles_no_event_again() {
    assertThat(subscriptions(new AtOnce()).get()).isEmpty();

    assertThat(subscriptions(new Soon()).get()).isEmpty();
    assertThat(readModels.find("guests")).map(ReadModelState::mode).contains(Mode.INLINE);
  }

  @Test
  void one_that_was_not_inline_leaves_no_event_out() {
    assertThat(subscriptions(new Soon()).get()).hasSize(1);

    assertThatThrownBy(() -> inline(new AtOnce()).publish(List.of(event())))
        .hasMessageContaining("ORX-3430")
        .hasMessageContaining("ASYNC");
  }
}
