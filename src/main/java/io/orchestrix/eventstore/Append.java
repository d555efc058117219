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

  /**
   * Checks what is to be appended together.
   *
   * @throws IllegalArgumentException if there is nothing, or two for one stream
   */
  public static void check(List<Append> appends) {
    if (appends.isEmpty()) {
      throw new IllegalArgumentException("Nothing is to be appended.");
    }
    if (appends.size() > 1
        && appends.stream().map(Append::stream).distinct().count() < appends.size()) {
      throw new IllegalArgumentException(
          "A stream occurs twice in one append; append all its events at once.");
    }
  }
}
