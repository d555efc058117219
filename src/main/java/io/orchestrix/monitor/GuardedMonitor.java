package io.orchestrix.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** All of them: the failure of one is kept from the others, too. */
  public static GuardedMonitor of(Monitor... monitors) {
    List<Monitor> listening =
        Stream.of(monitors).filter(monitor -> monitor != Monitor.NONE).toList();
    return switch (listening.size()) {
      case 0 -> new GuardedMonitor(Monitor.NONE);
      case 1 -> new GuardedMonitor(listening.get(0));
      default ->
          new GuardedMonitor(new AllMonitors(listening.stream().map(GuardedMonitor::new).toList()));
    };
  }

  @Override
  public void on(Signal signal) {
    try {
      monitor.on(signal);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(
          Level.ERROR,
          "ORX-1101 A monitor failed on %s; the work went on."
              .formatted(signal.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public Observation begin(Activity activity) {
    try {
      Observation observation = monitor.begin(activity);
      return observation == Observation.NONE
          ? observation
          : new GuardedObservation(activity, observation);
    } catch (RuntimeException | LinkageError e) {
      warn(activity, e);
      return Observation.NONE;
    }
  }

  @Override
  public @Nullable String traceparent(@Nullable String inherited) {
    try {
      return monitor.traceparent(inherited);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(
          Level.ERROR,
          "ORX-1103 A monitor could not tell the trace context; messages have the one they inherit.",
          e);
      return inherited;
    }
  }

  private static void warn(Activity activity, Throwable failure) {
    LOG.log(
        Level.ERROR,
        "ORX-1102 A monitor could not observe %s; the work went on."
            .formatted(activity.getClass().getSimpleName()),
        failure);
  }

  /** Ends once, whoever calls how often. */
  private static final class GuardedObservation implements Observation {

    private final Activity activity;
    private @Nullable Observation underWay;

    GuardedObservation(Activity activity, Observation observation) {
      this.activity = activity;
      this.underWay = observation;
    }

    @Override
    public void end(@Nullable Throwable failure) {
      Observation ending = underWay;
      underWay = null;
      if (ending == null) {
        return;
      }
      try {
        ending.end(failure);
      } catch (RuntimeException | LinkageError e) {
        warn(activity, e);
      }
    }
  }
}
