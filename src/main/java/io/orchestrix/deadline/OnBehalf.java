package io.orchestrix.deadline;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadline.AfterFailure.GiveUp;
import io.orchestrix.deadline.AfterFailure.TryAgain;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Does what is due for those who have scheduled it, and says what follows when it fails. */
record OnBehalf(SchedulingServices services) {

  /** From where work comes that was due. */
  static final String FROM = "deadline";

  void fire(Deadline deadline, Callable<? extends @Nullable Object> work) throws Exception {
    services
        .caller()
        .<@Nullable Object>callFrom(
            FROM, () -> services.caller().<@Nullable Object>callAs(deadline.caller(), work::call));
  }

  /** When to try again; who was refused once is refused again. */
  AfterFailure next(Deadline deadline, Throwable failure, Instant now) {
    int attempt = deadline.attempts() + 1;
    return isRefused(failure) || !services.retry().retriesAfter(attempt)
        ? new GiveUp()
        : new TryAgain(now.plus(services.retry().pauseAfter(attempt)));
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof OrchestrixException known
        && switch (known.kind()) {
          case REFUSED, INVALID, NOT_FOUND, FORBIDDEN -> true;
          case CONFLICT, UNAVAILABLE, UNKNOWN, FAULT -> false;
        };
  }
}
