package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import java.time.Duration;

/**
 * How far a segment is that this node works on. Used by one thread, but for {@link #position}.
 *
 * <p>Events that nobody wants are passed without a transaction for each; the store hears of them a
 * moment later.
 */
final class SegmentProgress {

  /** Events that nobody wants move the checkpoint at most so often. */
  private static final long SAVED_EACH = Duration.ofMillis(100).toNanos();

  private final Claim claim;
  private final SegmentStore segments;
  private volatile GlobalPosition position;
  private boolean isSaved = true;
  private long savedAt = System.nanoTime();

  SegmentProgress(Claim claim, SegmentStore segments, GlobalPosition position) {
    this.claim = claim;
    this.segments = segments;
    this.position = position;
  }

  /** The last event that it has passed, be it that the store does not know yet; thread-safe. */
  GlobalPosition position() {
    return position;
  }

  /** The store knows that it is there. */
  void isAt(GlobalPosition saved) {
    position = saved;
    isSaved = true;
    savedAt = System.nanoTime();
  }

  /** Passes events that are none of its business. */
  void skipTo(GlobalPosition through) {
    position = through;
    isSaved = false;
  }

  /**
   * Moves the checkpoint in the unit of work of this thread.
   *
   * @throws FencedException if the segment is not that of this worker any more
   */
  void advance(GlobalPosition checkpoint, int handled) {
    if (!segments.advance(claim, checkpoint, handled)) {
      throw new FencedException(claim);
    }
  }

  /**
   * Saves where it is, if it is time.
   *
   * @return when it will be time; zero if there is nothing to save
   */
  Duration save() {
    if (isSaved) {
      return Duration.ZERO;
    }
    long left = savedAt + SAVED_EACH - System.nanoTime();
    if (left > 0) {
      return Duration.ofNanos(left);
    }
    advance(position, 0);
    isAt(position);
    return Duration.ZERO;
  }
}
