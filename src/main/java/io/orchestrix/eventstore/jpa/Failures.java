package io.orchestrix.eventstore.jpa;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.unitofwork.DatabaseFailure;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.util.Locale;
import org.hibernate.exception.ConstraintViolationException;

/** Says in the store's own terms what JPA and the database threw. */
final class Failures {

  private Failures() {}

  static RuntimeException of(String tried, RuntimeException failure) {
    if (failure instanceof OrchestrixException || !(failure instanceof PersistenceException)) {
      return failure;
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
        || failure instanceof OptimisticLockException) {
      return new AppendConflictException(stream, condition, failure);
    }
    return of("append to " + stream, failure);
  }

  private static boolean isEventId(RuntimeException failure) {
    return failure instanceof ConstraintViolationException violation
        && String.valueOf(violation.getConstraintName())
            .toLowerCase(Locale.ROOT)
            .contains("orx_event_id");
  }
}
