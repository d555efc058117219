package io.orchestrix.telemetry;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.monitor.Monitor;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Measures the application with what the server offers: OpenTelemetry, MicroProfile Metrics, both
 * or nothing. Thread-safe.
 */
public final class Telemetry {

  /** Scrapers wait for 10 seconds, and health checks for one or a few. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Meters> found;
  private final Meters meters;
  private final Monitor monitor;
  private final Settings settings;
  private volatile List<String> projections = List.of();
  private volatile Supplier<Optional<Figures>> figures = Optional::empty;

  /**
   * @param beans where the server offers what to measure with
   */
  public Telemetry(Instance<Object> beans, Settings settings) {
    this(Meterings.find(beans), settings);
  }

  Telemetry(List<Meters> found, Settings settings) {
    this.found = found;
    this.meters = new BoundedMeters(found);
    this.monitor = found.isEmpty() ? Monitor.NONE : new SignalMeters(meters);
    this.settings = settings;
  }

  /** Measures what it is told. */
  public Monitor monitor() {
    return monitor;
  }

  /**
   * From now on gauges show figures of the store.
   *
   * @param threads has the thread that asks it
   */
  public void begin(FigureSources sources, Executor threads) {
    FigureReader reader = new FigureReader(sources);
    FigureCache cache =
        new FigureCache(
            reader, threads, settings.get(Keys.TELEMETRY_INTERVAL), PATIENCE, System::nanoTime);
    show(sources.projections(), cache::get);
    if (!found.isEmpty()) {
      new Gauges(meters, cache).register(sources, reader.sagas());
    }
  }

  /** From now on these are the projections and the figures. */
  void show(List<String> projections, Supplier<Optional<Figures>> figures) {
    this.figures = figures;
    this.projections = projections;
  }

  /** The figures; empty if nothing has begun, or they cannot be had. */
  Optional<Figures> figures() {
    return figures.get();
  }

  /** The projections that run behind; none before it has begun. */
  List<String> projections() {
    return projections;
  }

  /** No gauge is shown any more. */
  public void end() {
    meters.close();
  }

  /** The subscription that brings events to a saga. */
  static String subscriptionOf(String saga) {
    return "saga:" + saga;
  }
}
