package io.orchestrix.standalone;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, whether or not it fails. */
final class Heartbeat {

  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  private static final long PAUSE_MILLIS = 50;

  private Heartbeat() {}

  /** Until the timer is shut down. */
  static void start(ScheduledExecutorService timer, Runnable work) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(
            () -> beat(work), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    assert unused != null;
  }

  private static void beat(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "ORX-8023 A step of the projections, or of the deadlines, failed; it is tried again.",
          e);
    }
  }
}
