package io.orchestrix.deadline;

import io.orchestrix.message.ActingCaller;
import java.time.Instant;

/**
 * Fires as the application itself, under a name: what is due was asked for by whoever could.
 *
 * @param next does it
 * @param as the name by which commands know it
 */
public record ActingDeadlineHandler(DeadlineHandler next, ActingCaller caller, String as)
    implements DeadlineHandler {

  @Override
  public String name() {
    return next.name();
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    caller.callAs(
        as,
        () -> {
          next.fire(deadline);
          return true;
        });
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) throws Exception {
    return caller.callAs(as, () -> next.failed(deadline, failure, now));
  }

  @Override
  public int threads() {
    return next.threads();
  }
}
