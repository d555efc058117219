package io.orchestrix.eventstore;

import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads all events of the store in one order. Thread-safe.
 *
 * <p>A reader that goes on from the last position it saw skips no event, sees none twice, and sees
 * the events of each stream in the order of their versions, whatever writers do at the same time.
 * One that cannot be read is among them, and fails when its payloads are asked for; so it does not
 * keep anybody from those that follow. A store decodes no event before somebody asks.
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

  /**
   * The next events, oldest first, also those that somebody else has been able to read before.
   *
   * @param after the position of the last event seen; {@link GlobalPosition#START} to begin
   * @param read the position of an event that was read before, by whomever: up to there all can be
   *     read, even if the store holds readers back there for a moment again
   * @param atMost how many at most, at least 1
   */
  List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost);

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

  /**
   * How much follows a position that can be read now.
   *
   * <p>A store that can count without reading does so.
   */
  default Backlog backlog(GlobalPosition after) {
    Iterator<RecordedEvent> events =
        Pages.of(
                after,
                position -> pageOfAll(position, StreamReader.PAGE),
                (position, event) -> event.position(),
                StreamReader.PAGE)
            .limit(Backlog.MOST)
            .iterator();
    Instant oldest = null;
    long count = 0;
    while (events.hasNext()) {
      RecordedEvent event = events.next();
      oldest = oldest == null ? event.metadata().time() : oldest;
      count++;
    }
    return new Backlog(count, oldest);
  }

  /**
   * The position after which all events have occurred at {@code instant} or later, but for those
   * that were stored late; that of the last event if there are none.
   */
  default GlobalPosition before(Instant instant) {
    GlobalPosition before = GlobalPosition.START;
    Iterator<RecordedEvent> events =
        Pages.of(
                before,
                position -> pageOfAll(position, StreamReader.PAGE),
                (position, event) -> event.position(),
                StreamReader.PAGE)
            .iterator();
    while (events.hasNext()) {
      RecordedEvent event = events.next();
      if (!event.metadata().time().isBefore(instant)) {
        return before;
      }
      before = event.position();
    }
    return before;
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
