package io.orchestrix.eventstore;

import java.util.List;
import java.util.stream.Stream;

/** Reads single streams. Thread-safe. */
public interface StreamReader {

  /** How many events are read at once. */
  int PAGE = 1_000;

  /**
   * The first events of {@code range} in {@code stream}. One that cannot be read is among them, and
   * fails when its payloads are asked for.
   *
   * @param atMost how many at most, at least 1
   * @return empty if there are none, and for a stream that does not exist
   */
  List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost);

  /**
   * The events of {@code range} in {@code stream}, read in pages as they are consumed: never more
   * than {@link #PAGE} are held, and no cursor stays open.
   */
  default Stream<RecordedEvent> read(StreamId stream, StreamRange range) {
    return Pages.of(
        range, left -> page(stream, left, PAGE), (left, e) -> left.beyond(e.version()), PAGE);
  }

  /** All events of {@code stream}, the oldest first. */
  default Stream<RecordedEvent> read(StreamId stream) {
    return read(stream, StreamRange.ALL);
  }
}
