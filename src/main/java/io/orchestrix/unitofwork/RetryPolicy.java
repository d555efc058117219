package io.orchestrix.unitofwork;

import io.orchestrix.config.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often something is tried, and how long is waited in between.
 *
 * @param backoff how the pauses grow
 * @param attempts 1 to 100, the first included
 * @param pause the first pause
 * @param longest no pause is longer; at most an hour
 * @param jitter whether a pause is a random time up to what the rest says ("full jitter"), so that
 *     rivals do not meet again in step
 */
public record RetryPolicy(
    Backoff backoff, int attempts, Duration pause, Duration longest, boolean jitter) {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  public RetryPolicy {
    if (attempts < 1
        || attempts > 100
        || pause.isNegative()
        || longest.isNegative()
        || longest.compareTo(AN_HOUR) > 0) {
      throw new IllegalArgumentException(
          "A retry policy takes 1 to 100 attempts and pauses from none to an hour: %d, %s up to %s"
              .formatted(attempts, pause, longest));
    }
  }

  /** One attempt. */
  public static RetryPolicy none() {
    return new RetryPolicy(Backoff.NONE, 1, Duration.ZERO, Duration.ZERO, false);
  }

  /** The same pause each time. */
  public static RetryPolicy fixed(int attempts, Duration pause) {
    return new RetryPolicy(Backoff.FIXED, attempts, pause, pause, false);
  }

  /** Each pause longer by the first. */
  public static RetryPolicy linear(int attempts, Duration pause, Duration longest) {
    return new RetryPolicy(Backoff.LINEAR, attempts, pause, longest, false);
  }

  /** Each pause twice the one before, a random part of it. */
  public static RetryPolicy exponential(int attempts, Duration pause, Duration longest) {
    return new RetryPolicy(Backoff.EXPONENTIAL, attempts, pause, longest, true);
  }

  /** Whether there is another attempt after the {@code attempt}th, the first being 1. */
  public boolean retriesAfter(int attempt) {
    return backoff != Backoff.NONE && attempt < attempts;
  }

  /** How long to wait after the {@code attempt}th attempt, the first being 1. */
  public Duration pauseAfter(int attempt) {
    long most = longest.toNanos();
    long first = pause.compareTo(longest) < 0 ? pause.toNanos() : most; // else it overflows
    long grown =
        switch (backoff) {
          case NONE -> 0;
          case FIXED -> first;
          case LINEAR -> first * attempt;
          case EXPONENTIAL -> first << Math.min(attempt - 1, MOST_DOUBLINGS);
        };
    long bound = Math.min(grown, most);
    return Duration.ofNanos(jitter ? ThreadLocalRandom.current().nextLong(bound + 1) : bound);
  }
}
