package io.orchestrix.rest.api;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.Optional;

/** Finds single events. */
final class EventReads {

  private EventReads() {}

  /** The event at a position. */
  static Optional<RecordedEvent> at(EventStore store, GlobalPosition position) {
    return store.pageOfAll(new GlobalPosition(position.value() - 1), 1).stream()
        .filter(event -> event.position().equals(position))
        .findFirst();
  }
}
