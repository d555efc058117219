package io.orchestrix.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells several monitors; those that do not throw. */
record AllMonitors(List<? extends Monitor> monitors) implements Monitor {

  @Override
  public void on(Signal signal) {
    monitors.forEach(monitor -> monitor.on(signal));
  }

  /** The last that has begun is the first to end, as what they bind to the thread is nested. */
  @Override
  public Observation begin(Activity activity) {
    List<Observation> begun = new ArrayList<>(monitors.size());
    for (Monitor monitor : monitors) {
      Observation observation = monitor.begin(activity);
      if (observation != Observation.NONE) {
        begun.add(0, observation);
      }
    }
    return begun.isEmpty()
        ? Observation.NONE
        : failure -> begun.forEach(observation -> observation.end(failure));
  }

  @Override
  public @Nullable String traceparent(@Nullable String inherited) {
    String context = inherited;
    for (Monitor monitor : monitors) {
      context = monitor.traceparent(context);
    }
    return context;
  }
}
