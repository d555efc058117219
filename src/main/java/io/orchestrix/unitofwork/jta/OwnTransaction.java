package io.orchestrix.unitofwork.jta;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/**
 * Begins and ends a transaction through {@link Transactional}, which works where {@code
 * UserTransaction} is forbidden (called from an EJB, for one).
 *
 * <p>A failure leaves as a value, not as an exception, so that servers do not log a refused command
 * as a fault of their own.
 */
@ApplicationScoped
class OwnTransaction {

  @Resource TransactionSynchronizationRegistry registry;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  <T> Outcome<T> call(Callable<T> work) {
    try {
      return new Outcome.Done<>(work.call());
    } catch (Exception e) {
      registry.setRollbackOnly();
      return new Outcome.Failed<>(e);
    }
  }

  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void runWithout(Runnable work) {
    work.run();
  }
}
