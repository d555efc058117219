package io.orchestrix.command;

import java.time.Duration;

/** Waits between two attempts. Thread-safe. */
@FunctionalInterface
public interface Pause {

  /** Lets the thread sleep. */
  Pause SLEEP = pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);

  /**
   * Returns when {@code time} has passed.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void of(Duration time) throws InterruptedException;
}
