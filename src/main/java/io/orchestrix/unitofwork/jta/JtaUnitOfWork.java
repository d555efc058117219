package io.orchestrix.unitofwork.jta;

import io.orchestrix.OrchestrixException;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.DatabaseFailure;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A unit of work is a JTA transaction: it joins the one of the thread, or begins its own. */
@ApplicationScoped
class JtaUnitOfWork implements UnitOfWork {

  @Resource TransactionSynchronizationRegistry registry;
  @Inject OwnTransaction ownTransaction;

  @Override
  public boolean isActive() {
    return switch (registry.getTransactionStatus()) {
      // one that has ended stays with the thread while observers AFTER_SUCCESS are called
      case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK -> false;
      default -> true;
    };
  }

  @Override
  public boolean isDoomed() {
    return registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    if (isActive()) {
      return join(work);
    }
    if (ownTransaction.hasEndedUnderWork()) {
      throw new RolledBackException(null); // by a time-out: what follows must not be kept alone
    }
    return begin(work);
  }

  @Override
  public Object key() {
    Object key = registry.getTransactionKey();
    if (key == null) {
      throw new IllegalStateException("There is no unit of work.");
    }
    return key;
  }

  @Override
  public void afterEnd(Consumer<End> work) {
    Ending.isFollowedBy(work, registry);
  }

  @Override
  public void runOutside(Runnable work) {
    ownTransaction.runWithout(work);
  }

  private <T> T join(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Exception | Error e) {
      ownTransaction.doom(e);
      throw e;
    }
  }

  private <T> T begin(Callable<T> work) throws Exception {
    Outcome<T> outcome;
    try {
      outcome =
          ownTransaction.call(
              () -> {
                T value = work.call();
                Ending.comesFirst(registry);
                return value;
              });
    } catch (Exception e) { // of the commit; servers let checked ones through undeclared
      throw ofCommit(e);
    }
    if (outcome instanceof Outcome.Failed<T> failed) {
      throw ofWork(failed.reason());
    }
    return ((Outcome.Done<T>) outcome).value();
  }

  private static Exception ofWork(Exception failure) {
    return failure instanceof OrchestrixException
        ? failure
        : DatabaseFailure.explain(failure).<Exception>map(known -> known).orElse(failure);
  }

  private static Exception ofCommit(Exception failure) {
    return switch (DatabaseFailure.of(failure)) {
      case CONFLICT -> new ConflictException(failure);
      case UNAVAILABLE -> new OutcomeUnknownException(failure);
      case DUPLICATE, OTHER ->
          failure instanceof RollbackException || failure.getCause() instanceof RollbackException
              ? new RolledBackException(failure)
              : failure;
    };
  }
}
