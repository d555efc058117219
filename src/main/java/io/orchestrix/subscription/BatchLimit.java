package io.orchestrix.subscription;

import java.time.Duration;

/**
 * How much a subscription does in one transaction: whichever limit comes first.
 *
 * @param events at most, at least 1
 * @param time after which no further event is begun
 */
public record BatchLimit(int events, Duration time) {

  public BatchLimit {
    if (events < 1 || time.isNegative()) {
      throw new IllegalArgumentException(
          "A batch takes at least one event, and no negative time: %d, %s".formatted(events, time));
    }
  }
}
