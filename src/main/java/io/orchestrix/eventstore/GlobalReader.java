package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads all events of the store in one order. Thread-safe.
 *
 * <p>A reader that goes on from the last position it saw skips no event, sees none twice, and sees
 * the events of each stream in the order of their versions, whatever writers do at the same time.
 */
public interface GlobalReader {

  /**
   * The next events, oldest first.
   *
   * @param after the position of the last event seen; {@link GlobalPosition#START} to begin
   * @param atMost how many at most, at least 1
   * @return empty when there is nothing to be read yet
   */
  List<RecordedEvent> pageOfAll(GlobalPosition after, int atMost);

  /** All events, oldest first, read in pages as they are consumed. */
  default Stream<RecordedEvent> readAll() {
    return Pages.of(
        GlobalPosition.START,
        position -> pageOfAll(position, StreamReader.PAGE),
        RecordedEvent::position,
        StreamReader.PAGE);
  }
}
