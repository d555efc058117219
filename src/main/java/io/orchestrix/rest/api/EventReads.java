package io.orchestrix.rest.api;

import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.Optional;

/** Reads events so that one that cannot be decoded keeps nobody from seeing the others. */
final class EventReads {

  private EventReads() {}

  /** The next events; those of a filter the store decodes at once. */
  static List<RecordedEvent> page(
      EventStore store, GlobalPosition after, EventFilter filter, int atMost) {
    return filter.equals(EventFilter.NONE)
        ? store.feed(after, atMost)
        : store.pageOfAll(after, filter, atMost);
  }

  /** The event at a position. */
  static Optional<RecordedEvent> at(EventStore store, GlobalPosition position) {
    return store.feed(new GlobalPosition(position.value() - 1), 1).stream()
        .filter(event -> event.position().equals(position))
        .findFirst();
  }
}
