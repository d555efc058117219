package io.orchestrix.cdi.ejb;

import io.orchestrix.command.IdempotencyStore;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Forgets the answers under idempotency keys whose time is over, every ten minutes. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgetExecutions {

  /** A transaction holds no more. */
  private static final int AT_ONCE = 1_000;

  @Inject IdempotencyStore executions;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void forget() {
    int forgotten = AT_ONCE;
    while (forgotten == AT_ONCE) {
      forgotten = executions.forget(clock.instant(), AT_ONCE);
    }
  }
}
