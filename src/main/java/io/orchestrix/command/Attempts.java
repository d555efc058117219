package io.orchestrix.command;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Does work again that lost against a concurrent unit of work. Thread-safe. */
final class Attempts {

  /** Work that is done in one attempt, the first being 1. */
  @FunctionalInterface
  interface Work<T> {
    @Nullable T attempt(int attempt) throws Exception;
  }

  private final CommandPolicies policies;
  private final Monitor monitor;
  private final Clock clock;
  private final Pause pause;

  Attempts(CommandPolicies policies, Monitor monitor, Clock clock, Pause pause) {
    this.policies = policies;
    this.monitor = monitor;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * @param type the logical name of the command, which has a policy
   * @param since when it was sent
   * @throws ConflictException the last one, if no attempt is left, or no time
   */
  <T> @Nullable T run(String type, Instant since, Work<T> work) throws Exception {
    RetryPolicy policy = policies.of(type).retry();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.attempt(attempt);
      } catch (ConflictException e) {
        Duration next = policy.pauseAfter(attempt);
        if (!policy.retriesAfter(attempt) || isTooLate(type, since, next)) {
          throw e;
        }
        monitor.on(new Signal.CommandRetried(type, attempt, next));
        pause(next, e);
      }
    }
  }

  /** Whether the command would be late after another pause. */
  boolean isTooLate(String type, Instant since, Duration more) {
    Duration timeout = policies.of(type).timeout();
    return !timeout.isZero() && clock.instant().plus(more).isAfter(since.plus(timeout));
  }

  private void pause(Duration time, ConflictException conflict) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw conflict;
    }
  }
}
