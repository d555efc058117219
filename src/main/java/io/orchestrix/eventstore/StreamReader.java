package io.orchestrix.eventstore;

import java.util.List;
import java.util.stream.Stream;

/** Reads single streams. Thread-safe. */
public interface StreamReader {

  /** How many events are read at once. */
  int PAGE = 500;

  /**
   * The next events of {@code stream}, oldest first.
   *
   * @param afterVersion 0 to begin with the first one
   * @param atMost how many at most, at least 1
   * @return empty at the end of the stream, and for a stream that does not exist
   */
  List<RecordedEvent> page(StreamId stream, long afterVersion, int atMost);

  /**
   * All events of {@code stream}, oldest first, read in pages as they are consumed: never more than
   * {@link #PAGE} are held, and no cursor stays open.
   */
  default Stream<RecordedEvent> read(StreamId stream) {
    return Pages.of(0L, (version) -> page(stream, version, PAGE), RecordedEvent::version, PAGE);
  }
}
