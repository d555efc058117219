package io.orchestrix.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;

/** Measures with OpenTelemetry, which MicroProfile Telemetry brings. */
final class OpenTelemetryMeters implements Meters {

  /** In seconds; those of OpenTelemetry are meant for milliseconds. */
  private static final List<Double> BOUNDS =
      List.of(
          0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0,
          300.0);

  private final Meter meter;
  private final Map<Instrument, LongCounter> counters = new ConcurrentHashMap<>();
  private final Map<Instrument, DoubleHistogram> timers = new ConcurrentHashMap<>();
  private final Map<Series, Attributes> attributes = new ConcurrentHashMap<>();
  private final Queue<ObservableDoubleGauge> gauges = new ConcurrentLinkedQueue<>();

  OpenTelemetryMeters(Meter meter) {
    this.meter = meter;
  }

  /** With what the server injects; empty if it injects nothing. */
  static Optional<Meters> find(Instance<Object> beans) {
    Instance<OpenTelemetry> found = beans.select(OpenTelemetry.class);
    return found.isResolvable()
        ? Optional.of(new OpenTelemetryMeters(found.get().getMeter("io.orchestrix")))
        : Optional.empty();
  }

  @Override
  public void count(Instrument counter, long by, List<String> labels) {
    counters.computeIfAbsent(counter, this::counter).add(by, attributes(counter, labels));
  }

  private LongCounter counter(Instrument counter) {
    return meter
        .counterBuilder(counter.title())
        .setUnit(counter.unit())
        .setDescription(counter.description())
        .build();
  }

  @Override
  public void time(Instrument timer, Duration elapsed, List<String> labels) {
    timers
        .computeIfAbsent(timer, this::timer)
        .record(elapsed.toNanos() / 1e9, attributes(timer, labels));
  }

  private DoubleHistogram timer(Instrument timer) {
    return meter
        .histogramBuilder(timer.title())
        .setUnit(timer.unit())
        .setDescription(timer.description())
        .setExplicitBucketBoundariesAdvice(BOUNDS)
        .build();
  }

  @Override
  public void gauge(Instrument gauge, List<String> labels, DoubleSupplier value) {
    Attributes own = attributes(gauge, labels);
    gauges.add(
        meter
            .gaugeBuilder(gauge.title())
            .setUnit(gauge.unit())
            .setDescription(gauge.description())
            .buildWithCallback(
                measurement -> {
                  double now = value.getAsDouble();
                  if (!Double.isNaN(now)) {
                    measurement.record(now, own);
                  }
                }));
  }

  private Attributes attributes(Instrument instrument, List<String> labels) {
    return attributes.computeIfAbsent(
        new Series(instrument, labels), OpenTelemetryMeters::attributes);
  }

  private static Attributes attributes(Series series) {
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < series.labels().size(); i++) {
      builder.put(series.instrument().labels().get(i), series.labels().get(i));
    }
    return builder.build();
  }

  @Override
  public void close() {
    gauges.forEach(ObservableDoubleGauge::close);
    gauges.clear();
  }
}
