package io.orchestrix.eventstore.jpa;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.DatabaseFailure;
import io.orchestrix.unitofwork.UnavailableException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.Locale;
import org.hibernate.exception.ConstraintViolationException;

/** Says in the store's own terms what JPA and the database threw. */
final class Failures {

  private Failures() {}

  static OrchestrixException of(String tried, RuntimeException failure) {
    if (failure instanceof OrchestrixException known) {
      return known;
    }
    return switch (DatabaseFailure.of(failure)) {
      case CONFLICT -> new ConflictException(failure);
      case UNAVAILABLE -> new UnavailableException(failure);
      case DUPLICATE, OTHER -> StoreException.statementFailed(tried, failure);
    };
  }

  static OrchestrixException ofAppend(
      StreamId stream, AppendCondition condition, RuntimeException failure) {
    DatabaseFailure kind = DatabaseFailure.of(failure);
    if (kind == DatabaseFailure.DUPLICATE && isEventId(failure)) {
      return StoreException.duplicateEvent(stream, failure);
    }
    if (kind == DatabaseFailure.DUPLICATE
        || kind == DatabaseFailure.CONFLICT
        || failure instanceof OptimisticLockException
        || failure instanceof PessimisticLockException
        || failure instanceof LockTimeoutException) {
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
