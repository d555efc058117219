package io.orchestrix.background;

import io.orchestrix.unitofwork.UnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The growing pauses of a worker that cannot work, for no fault of what it works on. Used by one
 * thread.
 */
public final class Hesitation {

  private static final Logger LOG = System.getLogger(Hesitation.class.getName());

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;
  private boolean isWarned;

  /**
   * How long to wait after a failure, of which it warns once until something works again.
   *
   * @param who works, for people
   */
  public Duration after(Throwable failure, String who) {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
    boolean isPassing = failure instanceof UnavailableException && !next.equals(LONGEST);
    if (!isWarned && !isPassing) {
      isWarned = true;
      warn(who, failure);
    }
    return now;
  }

  public void reset() {
    next = FIRST;
    isWarned = false;
  }

  private static void warn(String who, Throwable failure) {
    LOG.log(
        Level.WARNING,
        "ORX-3202 The %s cannot go on for now; it tries again until it can.".formatted(who),
        failure);
  }
}
