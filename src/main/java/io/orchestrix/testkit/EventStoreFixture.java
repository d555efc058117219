package io.orchestrix.testkit;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.Optional;
import java.util.function.Function;

/** An event store that is to be tested, with what belongs to it. */
public interface EventStoreFixture {

  /**
   * The store: it knows the {@link EventStoreConformance#EVENTS}, fails at events that it does not
   * know, and allows to delete streams. It need not be empty.
   */
  EventStore store();

  /**
   * The same streams as another application sees them that knows none of the events but {@link
   * Noted}, and must not delete streams. Without one, what such an application sees is not tested.
   */
  default Optional<EventStore> stranger() {
    return Optional.empty();
  }

  /** Where the store takes part in units of work. Without one, that is not tested. */
  default Optional<UnitOfWork> unitOfWork() {
    return Optional.empty();
  }

  /**
   * Makes stores that tell a publisher, and take part in the same units of work. They need not hold
   * what others hold. Without it, what publishers are told is not tested.
   */
  default Optional<Function<EventPublisher, EventStore>> publishing() {
    return Optional.empty();
  }
}
