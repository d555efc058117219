package io.orchestrix.eventstore;

import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads all events of the store in one order. Thread-safe.
 *
 * <p>A reader that goes on from the last position it saw skips no event, sees none twice, and sees
 * the events of each stream in the order of their versions, whatever writers do at the same time.
 */
public interface GlobalReader {

  /**
   * The next events that {@code filter} lets through, oldest first.
   *
   * @param after the position of the last event seen; {@link GlobalPosition#START} to begin
   * @param atMost how many at most, at least 1
   * @return empty when there is nothing to be read yet
   */
  List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost);

  /** The next events, oldest first. */
  default List<RecordedEvent> pageOfAll(GlobalPosition after, int atMost) {
    return pageOfAll(after, EventFilter.NONE, atMost);
  }

  /**
   * All events after a position that {@code filter} lets through, oldest first, read in pages as
   * they are consumed.
   */
  default Stream<RecordedEvent> readAll(GlobalPosition after, EventFilter filter) {
    return Pages.of(
        after,
        position -> pageOfAll(position, filter, StreamReader.PAGE),
        (position, event) -> event.position(),
        StreamReader.PAGE);
  }

  /** All events, oldest first, read in pages as they are consumed. */
  default Stream<RecordedEvent> readAll() {
    return readAll(GlobalPosition.START, EventFilter.NONE);
  }

  /** How far all events can be read now, and what holds readers back. */
  Watermark watermark();

  /**
   * The types, besides {@code known}, that the store holds events of.
   *
   * @param known what the application writes; the store remembers it for later versions
   */
  Set<EventRevision> otherTypes(Set<EventRevision> known);
}
