package io.orchestrix.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a command is tried, and how long is waited in between: a random time up to a bound that
 * doubles from attempt to attempt ("full jitter"), so that rivals do not meet again in step.
 *
 * @param attempts at least 1
 * @param pause the bound after the first attempt
 */
public record RetryPolicy(int attempts, Duration pause) {

  private static final Duration LONGEST = Duration.ofMillis(250);

  public RetryPolicy {
    if (attempts < 1 || pause.isNegative()) {
      throw new IllegalArgumentException(
          "A retry policy takes at least 1 attempt and no negative pause: %d, %s"
              .formatted(attempts, pause));
    }
  }

  /** How long to wait after the {@code attempt}th attempt, the first being 1. */
  Duration pauseAfter(int attempt) {
    Duration first = pause.compareTo(LONGEST) < 0 ? pause : LONGEST; // else doubling overflows
    long doubled = first.toNanos() << Math.min(attempt - 1, 20);
    long bound = Math.min(doubled, LONGEST.toNanos());
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound + 1));
  }
}
