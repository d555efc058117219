package io.orchestrix.eventstore;

import java.util.List;

/**
 * Events that are to be appended to one stream.
 *
 * @param stream which one
 * @param condition what must be true of it
 * @param events at least one, in their order
 */
public record Append(StreamId stream, AppendCondition condition, List<NewEvent> events) {

  /**
   * @throws IllegalArgumentException if there are no events
   */
  public Append {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("An append takes at least one event.");
    }
  }
}
