package io.orchestrix.telemetry;

import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Measures with MicroProfile Metrics, where the server or the application brings it. */
final class MicroProfileMeters implements Meters {

  private final MetricRegistry registry;
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final Queue<MetricID> gauges = new ConcurrentLinkedQueue<>();

  MicroProfileMeters(MetricRegistry registry) {
    this.registry = registry;
  }

  /** With the registry that is injected; empty if there is none. */
  static Optional<Meters> find(Instance<Object> beans) {
    Instance<MetricRegistry> found = beans.select(MetricRegistry.class);
    return found.isResolvable()
        ? Optional.of(new MicroProfileMeters(found.get()))
        : Optional.empty();
  }

  @Override
  public void count(Instrument counter, long by, List<String> labels) {
    counters.computeIfAbsent(new Series(counter, labels), this::counter).inc(by);
  }

  private Counter counter(Series series) {
    return registry.counter(metadata(series.instrument()), tags(series));
  }

  @Override
  public void time(Instrument timer, Duration elapsed, List<String> labels) {
    timers.computeIfAbsent(new Series(timer, labels), this::timer).update(elapsed);
  }

  private Timer timer(Series series) {
    return registry.timer(metadata(series.instrument()), tags(series));
  }

  @Override
  public void gauge(Instrument gauge, List<String> labels, DoubleSupplier value) {
    Series series = new Series(gauge, labels);
    registry.gauge(metadata(gauge), value::getAsDouble, tags(series));
    gauges.add(new MetricID(gauge.title(), tags(series)));
  }

  /** Of a unit only seconds are told, as it becomes a part of the name. */
  private static Metadata metadata(Instrument instrument) {
    return Metadata.builder()
        .withName(instrument.title())
        .withDescription(instrument.description())
        .withUnit(instrument.isInSeconds() ? MetricUnits.SECONDS : MetricUnits.NONE)
        .build();
  }

  private static Tag[] tags(Series series) {
    List<String> names = series.instrument().labels();
    Tag[] tags = new Tag[names.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = new Tag(names.get(i), series.labels().get(i));
    }
    return tags;
  }

  @Override
  public void close() {
    gauges.forEach(registry::remove);
    gauges.clear();
  }
}
