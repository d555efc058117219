package io.orchestrix.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** Keeps what is measured, by instrument and labels. */
class Measured implements Meters {

  final Map<String, Long> counts = new TreeMap<>();
  final Map<String, Duration> times = new TreeMap<>();
  final Map<String, DoubleSupplier> gauges = new TreeMap<>();

  @Override
  public void count(Instrument counter, long by, List<String> labels) {
    counts.merge(counter + " " + labels, by, Long::sum);
  }

  @Override
  public void time(Instrument timer, Duration elapsed, List<String> labels) {
    times.merge(timer + " " + labels, elapsed, Duration::plus);
  }

  @Override
  public void gauge(Instrument gauge, List<String> labels, DoubleSupplier value) {
    gauges.put(gauge + " " + labels, value);
  }

  @Override
  public void close() {
    gauges.clear();
  }
}
