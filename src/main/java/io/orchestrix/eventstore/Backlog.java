package io.orchestrix.eventstore;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a reader has before it.
 *
 * @param events how many; {@value #MOST} stands for that many or more
 * @param oldest when the first of them occurred; {@code null} if there are none
 */
public record Backlog(long events, @Nullable Instant oldest) {

  /** Nobody counts further. */
  public static final long MOST = 1_000_000;

  /** How long the first of them has waited; zero if there are none. */
  public Duration age(Instant now) {
    if (oldest == null || oldest.isAfter(now)) {
      return Duration.ZERO;
    }
    return Duration.between(oldest, now);
  }
}
