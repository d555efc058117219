package io.orchestrix.unitofwork.jta;

import io.orchestrix.unitofwork.RolledBackException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
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

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application
  private final ThreadLocal<@Nullable Boolean> working = new ThreadLocal<>();

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  <T> Outcome<T> call(Callable<T> work) {
    Boolean outer = working.get();
    working.set(true);
    try {
      T value = work.call();
      if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) { // else rolled back in silence
        return new Outcome.Failed<>(new RolledBackException(doom()));
      }
      return new Outcome.Done<>(value);
    } catch (Exception e) {
      markForRollback();
      return new Outcome.Failed<>(e);
    } catch (Error e) {
      markForRollback();
      throw e;
    } finally {
      if (outer == null) {
        working.remove();
      }
    }
  }

  /**
   * Whether the server has rolled back the transaction of this thread while work inside it goes on,
   * as some do when it takes too long.
   */
  boolean hasEndedUnderWork() {
    return working.get() != null && registry.getTransactionStatus() == Status.STATUS_ROLLEDBACK;
  }

  private void markForRollback() {
    int status = registry.getTransactionStatus();
    if (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK) {
      registry.setRollbackOnly();
    }
  }

  /** Marks the transaction of this thread for rollback because of {@code failure}. */
  void doom(Throwable failure) {
    markForRollback();
    if (registry.getTransactionKey() != null && registry.getResource(DOOM) == null) {
      registry.putResource(DOOM, failure);
    }
  }

  private @Nullable Throwable doom() {
    return registry.getTransactionKey() == null ? null : (Throwable) registry.getResource(DOOM);
  }

  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void runWithout(Runnable work) {
    work.run();
  }
}
