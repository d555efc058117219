package io.orchestrix.subscription;

import io.orchestrix.unitofwork.UnavailableException;
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
  private boolean isWarned;

  /** How long to wait after a failure, of which it warns once until something works again. */
  Duration after(Throwable failure, SegmentId segment) {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
    boolean isPassing = failure instanceof UnavailableException && !next.equals(LONGEST);
    if (!isWarned && !isPassing) {
      isWarned = true;
      warn(segment, failure);
    }
    return now;
  }

  void reset() {
    next = FIRST;
    isWarned = false;
  }

  private static void warn(SegmentId segment, Throwable failure) {
    LOG.log(
        Level.WARNING,
        "ORX-3202 The subscription %s cannot go on for now; it tries again until it can."
            .formatted(segment),
        failure);
  }
}
