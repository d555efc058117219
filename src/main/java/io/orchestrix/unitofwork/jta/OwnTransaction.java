package io.orchestrix.unitofwork.jta;

import io.orchestrix.unitofwork.RolledBackException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends a transaction through {@link Transactional}, which works where {@code
 * UserTransaction} is forbidden (called from an EJB, for one).
 *
 * <p>A failure leaves as a value, not as an exception, so that servers do not log a refused command
 * as a fault of their own.
 */
@ApplicationScoped
class OwnTransaction {

  /** The key under which a transaction remembers the first failure inside it. */
  private static final Object DOOM = OwnTransaction.class.getName() + ".doom";

  @Resource TransactionSynchronizationRegistry registry;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  <T> Outcome<T> call(Callable<T> work) {
    try {
      T value = work.call();
      if (registry.getRollbackOnly()) { // servers would roll back in silence
        return new Outcome.Failed<>(new RolledBackException(doom()));
      }
      return new Outcome.Done<>(value);
    } catch (Exception e) {
      registry.setRollbackOnly();
      return new Outcome.Failed<>(e);
    } catch (Error e) {
      registry.setRollbackOnly();
      throw e;
    }
  }

  /** Marks the transaction of this thread for rollback because of {@code failure}. */
  void doom(Throwable failure) {
    registry.setRollbackOnly();
    if (registry.getResource(DOOM) == null) {
      registry.putResource(DOOM, failure);
    }
  }

  private @Nullable Throwable doom() {
    return (Throwable) registry.getResource(DOOM);
  }

  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void runWithout(Runnable work) {
    work.run();
  }
}
