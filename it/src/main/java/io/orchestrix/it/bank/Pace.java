package io.orchestrix.it.bank;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets so many through in a second, evenly. Turns that nobody could take are gone, so after a pause
 * there is no rush. Safe for many threads.
 */
final class Pace {
  private final long interval;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  private Pace(long interval) {
    this.interval = interval;
  }

  static Pace perSecond(int turns) {
    return new Pace(TimeUnit.SECONDS.toNanos(1) / turns);
  }

  static Pace asFastAsPossible() {
    return new Pace(0);
  }

  /** Waits for the next turn. */
  void await() {
    var now = System.nanoTime();
    var turn = Math.max(now, next.getAndUpdate(at -> Math.max(now, at) + interval));
    while (turn - System.nanoTime() > 0) {
      LockSupport.parkNanos(turn - System.nanoTime());
    }
  }
}
