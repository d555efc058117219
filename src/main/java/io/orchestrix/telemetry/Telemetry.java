package io.orchestrix.telemetry;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.monitor.Monitor;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

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
  private final Shown shown;

  /**
   * @param beans where the server offers what to measure with
   * @param shown is told when it has begun
   */
  public Telemetry(Instance<Object> beans, Settings settings, Shown shown) {
    this(Meterings.find(beans), settings, shown);
  }

  private Telemetry(List<Meters> found, Settings settings, Shown shown) {
    this.found = found;
    this.meters = new BoundedMeters(found);
    this.monitor = found.isEmpty() ? Monitor.NONE : new SignalMeters(meters);
    this.settings = settings;
    this.shown = shown;
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
    shown.begin(sources.projections(), cache::get);
    if (!found.isEmpty()) {
      new Gauges(meters, cache).register(sources, reader.sagas());
    }
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
