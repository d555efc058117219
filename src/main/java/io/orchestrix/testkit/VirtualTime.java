package io.orchestrix.testkit;

import io.orchestrix.command.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that passes only when somebody waits: pauses between attempts take none, but the clock shows
 * them. Thread-safe.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
 * Orchestrix app = Orchestrix.inMemory().clock(time.clock()).pause(time).module(orders).start();
 * time.elapse(Duration.ofDays(30));
 * }</pre>
 */
public final class VirtualTime implements Pause {

  private final SettableClock clock;

  private VirtualTime(SettableClock clock) {
    this.clock = clock;
  }

  /** Time that stands at {@code start}. */
  public static VirtualTime startingAt(Instant start) {
    return new VirtualTime(new SettableClock(start));
  }

  /** The clock that shows it. */
  public Clock clock() {
    return clock;
  }

  /** Lets time pass. */
  public void elapse(Duration time) {
    clock.advance(time);
  }

  /** Lets the time of a pause pass, without waiting. */
  @Override
  public void of(Duration time) {
    elapse(time);
  }
}
