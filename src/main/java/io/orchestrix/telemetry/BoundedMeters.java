package io.orchestrix.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Measures with all that the server offers, and bounds what labels say: behind the first {@value
 * #MOST} values of a label each further one is {@value #OTHER}, so that a name which is made up for
 * each aggregate, against all advice, does not fill the memory. Thread-safe.
 */
final class BoundedMeters implements Meters {

  static final int MOST = 200;
  static final String OTHER = "other";

  private static final Logger LOG = System.getLogger(BoundedMeters.class.getName());

  /** A label of an instrument. */
  private record Label(Instrument instrument, int place) {}

  private final List<Meters> meters;
  private final Map<Label, Set<String>> known = new ConcurrentHashMap<>();

  BoundedMeters(List<Meters> meters) {
    this.meters = new CopyOnWriteArrayList<>(meters);
  }

  @Override
  public void count(Instrument counter, long by, List<String> labels) {
    List<String> bounded = bounded(counter, labels);
    forEach(each -> each.count(counter, by, bounded));
  }

  @Override
  public void time(Instrument timer, Duration elapsed, List<String> labels) {
    List<String> bounded = bounded(timer, labels);
    forEach(each -> each.time(timer, elapsed, bounded));
  }

  @Override
  public void gauge(Instrument gauge, List<String> labels, DoubleSupplier value) {
    forEach(each -> each.gauge(gauge, labels, value));
  }

  @Override
  public void close() {
    forEach(Meters::close);
  }

  /** One that fails is left out from now on: work is not to fail because it is measured. */
  private void forEach(Consumer<Meters> work) {
    for (Meters each : meters) {
      try {
        work.accept(each);
      } catch (RuntimeException | LinkageError e) {
        leaveOut(each, e);
      }
    }
  }

  private void leaveOut(Meters failed, Throwable failure) {
    if (meters.remove(failed)) {
      LOG.log(
          Level.WARNING,
          "ORX-6131 Nothing is measured with %s any more, as it failed."
              .formatted(failed.getClass().getSimpleName()),
          failure);
    }
  }

  private List<String> bounded(Instrument instrument, List<String> labels) {
    for (int i = 0; i < labels.size(); i++) {
      if (!isKnown(instrument, i, labels.get(i))) {
        return replaced(instrument, labels);
      }
    }
    return labels;
  }

  private List<String> replaced(Instrument instrument, List<String> labels) {
    String[] replaced = labels.toArray(String[]::new);
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = isKnown(instrument, i, replaced[i]) ? replaced[i] : OTHER;
    }
    return List.of(replaced);
  }

  private boolean isKnown(Instrument instrument, int place, String value) {
    Set<String> values =
        known.computeIfAbsent(new Label(instrument, place), label -> ConcurrentHashMap.newKeySet());
    return values.contains(value) || (values.size() < MOST && values.add(value));
  }
}
