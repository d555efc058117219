package io.orchestrix.subscription;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The growing pauses of a worker that cannot work, for no fault of an event. Used by one thread.
 */
final class Hesitation {

  private static final Logger LOG = System.getLogger(Hesitation.class.getName());

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  Duration next() {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
    return now;
  }

  boolean isFirst() {
    return next.equals(FIRST);
  }

  void reset() {
    next = FIRST;
  }

  /** Says it once until something works again. */
  void warn(SegmentId segment, Exception failure) {
    if (isFirst()) {
      LOG.log(
          Level.WARNING,
          "ORX-3202 The subscription %s cannot go on for now; it tries again until it can."
              .formatted(segment),
          failure);
    }
  }
}
