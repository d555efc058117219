package io.orchestrix.eventstore;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the streams, and opens and closes them. Thread-safe; joins the thread's transaction. */
public interface StreamDirectory {

  /** What is known of a stream; empty if it never existed. */
  Optional<StreamInfo> info(StreamId stream);

  /**
   * The next streams in the order of their names.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many at most, at least 1
   */
  List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost);

  /**
   * Lets a stream be read but not appended to. An archived one stays as it is.
   *
   * @throws ClosedStreamException if it is deleted
   * @throws StreamNotFoundException if it does not exist
   */
  void archive(StreamId stream);

  /**
   * Lets an archived stream be appended to again. An active one stays as it is.
   *
   * @throws ClosedStreamException if it is deleted
   * @throws StreamNotFoundException if it does not exist
   */
  void unarchive(StreamId stream);

  /**
   * Removes the events of a stream for good, with what was derived from them in the store. What
   * readers have made of them elsewhere stays. A deleted one stays as it is.
   *
   * @throws ClosedStreamException unless {@code orchestrix.delete-streams} allows it
   * @throws StreamNotFoundException if it does not exist
   */
  void delete(StreamId stream);
}
