package io.orchestrix.deadline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Makes deadlines for the caller of now, as a consequence of what is handled now. Thread-safe. */
record Keeping(SchedulingServices services) {

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * @throws SchedulingException if the time is out of bounds
   */
  Deadline deadline(DeadlineKey key, Instant at, String payload) {
    return Deadline.of(
        key, bounded(at), payload, services.current().origin(), services.caller().name());
  }

  /**
   * @throws SchedulingException if the time is out of bounds
   */
  static Instant bounded(Instant at) {
    if (at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw SchedulingException.outOfBounds(at.toString());
    }
    return at;
  }

  /**
   * @throws SchedulingException if the time is out of bounds
   */
  Instant in(Duration time) {
    try {
      return services.clock().instant().plus(time);
    } catch (DateTimeException | ArithmeticException e) {
      throw SchedulingException.outOfBounds("in " + time);
    }
  }
}
