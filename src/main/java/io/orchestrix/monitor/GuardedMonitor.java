package io.orchestrix.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps the failure of a monitor from those who only wanted to tell it something: it is logged, and
 * the work goes on. Thread-safe if the monitor is.
 */
public final class GuardedMonitor implements Monitor {

  private static final Logger LOG = System.getLogger(GuardedMonitor.class.getName());

  private final Monitor monitor;

  public GuardedMonitor(Monitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public void on(Signal signal) {
    try {
      monitor.on(signal);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "ORX-1101 A monitor failed on %s; the work went on."
              .formatted(signal.getClass().getSimpleName()),
          e);
    }
  }
}
