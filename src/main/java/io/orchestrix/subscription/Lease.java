package io.orchestrix.subscription;

import java.time.Duration;

/** Until when a node may believe that nobody else has taken its segments. Thread-safe. */
final class Lease {

  private volatile long validUntil = System.nanoTime();

  /**
   * @param begun when it was asked for, by {@link System#nanoTime}
   */
  void extend(long begun, Duration length) {
    validUntil = begun + length.toNanos();
  }

  void end() {
    validUntil = System.nanoTime();
  }

  boolean isValid() {
    return System.nanoTime() - validUntil < 0;
  }
}
