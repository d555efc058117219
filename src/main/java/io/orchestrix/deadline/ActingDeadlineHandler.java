package io.orchestrix.deadline;

import io.orchestrix.message.ActingCaller;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Fires as the application itself, under a name: what is due was asked for by whoever could.
 *
 * @param next does it
 * @param as the name by which commands know it, and from where they come
 */
public record ActingDeadlineHandler(DeadlineHandler next, ActingCaller caller, String as)
    implements DeadlineHandler {

  @Override
  public String name() {
    return next.name();
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    acting(
        () -> {
          next.fire(deadline);
          return true;
        });
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) throws Exception {
    return acting(() -> next.failed(deadline, failure, now));
  }

  private <T> T acting(Callable<T> work) throws Exception {
    return caller.callFrom(as, () -> caller.callAs(as, work));
  }

  @Override
  public int threads() {
    return next.threads();
  }
}
