package io.orchestrix.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Where measurements go. Thread-safe and quick.
 *
 * <p>The values of labels come in the order of {@link Instrument#labels}.
 */
interface Meters {

  void count(Instrument counter, long by, List<String> labels);

  void time(Instrument timer, Duration elapsed, List<String> labels);

  /**
   * From now on {@code value} is asked when somebody looks, on whatever thread; it answers {@link
   * Double#NaN} if it does not know.
   */
  void gauge(Instrument gauge, List<String> labels, DoubleSupplier value);

  /** Asks no gauge any more. */
  void close();
}
