package io.orchestrix.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a stream are read, and in which order. Immutable.
 *
 * <pre>{@code
 * store.read(stream, StreamRange.ALL.from(11).to(20));
 * store.read(stream, StreamRange.ALL.until(yesterday).backwards());
 * }</pre>
 *
 * @param first the lowest version, at least 1
 * @param last the highest version
 * @param until events that occurred later are left out; {@code null} for none
 * @param isBackwards the newest first
 */
public record StreamRange(long first, long last, @Nullable Instant until, boolean isBackwards) {

  /** The whole stream, the oldest event first. */
  public static final StreamRange ALL = new StreamRange(1, Long.MAX_VALUE, null, false);

  /**
   * @throws IllegalArgumentException if the first version is less than 1
   */
  public StreamRange {
    if (first < 1) {
      throw new IllegalArgumentException("The first version of a stream is 1, not " + first + ".");
    }
  }

  /** Nothing before {@code version}. */
  public StreamRange from(long version) {
    return new StreamRange(version, last, until, isBackwards);
  }

  /** Nothing after {@code version}. */
  public StreamRange to(long version) {
    return new StreamRange(first, version, until, isBackwards);
  }

  /** Nothing that occurred after {@code instant}. */
  public StreamRange until(Instant instant) {
    return new StreamRange(first, last, instant, isBackwards);
  }

  /** The newest event first. */
  public StreamRange backwards() {
    return new StreamRange(first, last, until, true);
  }

  /** What is left after the event in {@code version} was read; empty if it was the last. */
  StreamRange beyond(long version) {
    return isBackwards ? to(version - 1) : from(version + 1);
  }
}
