package io.orchestrix.eventstore.jpa;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.DatabaseFailure;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.util.Locale;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;

/** Says in the store's own terms what JPA and the database threw. */
final class Failures {

  private Failures() {}

  static RuntimeException of(String tried, RuntimeException failure) {
    if (failure instanceof OrchestrixException || !(failure instanceof PersistenceException)) {
      return failure;
    }
    if (isStale(failure)) {
      return new ConflictException(failure);
    }
    return DatabaseFailure.explain(failure)
        .orElseGet(() -> StoreException.statementFailed(tried, failure));
  }

  static RuntimeException ofAppend(
      StreamId stream, AppendCondition condition, RuntimeException failure) {
    DatabaseFailure kind = DatabaseFailure.of(failure);
    if (kind == DatabaseFailure.DUPLICATE && isEventId(failure)) {
      return StoreException.duplicateEvent(stream, failure);
    }
    if (kind == DatabaseFailure.DUPLICATE
        || failure instanceof PessimisticLockException
        || failure instanceof LockTimeoutException
        || isStale(failure)) {
      return new AppendConflictException(stream, condition, failure);
    }
    return of("append to " + stream, failure);
  }

  /** A row was changed since this transaction has seen it; Hibernate says so in either way. */
  private static boolean isStale(RuntimeException failure) {
    return failure instanceof OptimisticLockException || failure instanceof StaleStateException;
  }

  private static boolean isEventId(RuntimeException failure) {
    return failure instanceof ConstraintViolationException violation
        && String.valueOf(violation.getConstraintName())
            .toLowerCase(Locale.ROOT)
            .contains("orx_event_id");
  }
}
