package io.orchestrix.saga;

import io.orchestrix.deadline.AfterFailure;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import java.time.Instant;

/**
 * Gives instances that follow a version their turns when there is something to be done. A node
 * takes those only whose version it knows. Thread-safe.
 */
record SagaHandler(SagaTurns turns, int version, int threads) implements DeadlineHandler {

  @Override
  public String name() {
    return SagaTurns.handler(turns.saga(), version);
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    turns.take(deadline);
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
    return turns
        .failed(deadline, failure)
        .<AfterFailure>map(AfterFailure.TryAgain::new)
        .orElse(new AfterFailure.Settled());
  }
}
