package io.orchestrix.deadline;

import io.orchestrix.background.Excuses;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnavailableException;
import java.util.function.BooleanSupplier;

/** Fires what is due of one handler, transaction by transaction. Used by one thread. */
final class Firing {

  /** So often in a row rivals may be faster before it pauses. */
  private static final int WITHOUT_PAUSE = 4;

  private final DeadlineHandler handler;
  private final DeadlineServices services;
  private final Runnable claimed;
  private final BooleanSupplier isOver;
  private final FailedDeadlines failures;
  private final Excuses excuses = new Excuses();

  /** So many are suspected to be what has failed, and are fired each alone. */
  private int suspects;

  private int failuresInARow;
  private int fired;

  /**
   * @param claimed is called when there is something to fire, before it is
   * @param isOver whether nothing is to be begun any more
   */
  Firing(
      DeadlineHandler handler,
      DeadlineServices services,
      Runnable claimed,
      BooleanSupplier isOver) {
    this.handler = handler;
    this.services = services;
    this.claimed = claimed;
    this.isOver = isOver;
    this.failures = new FailedDeadlines(handler, services);
  }

  /** How many have fired so far. */
  int fired() {
    return fired;
  }

  /**
   * Fires what is due, as much as one transaction takes.
   *
   * @return whether there may be more
   * @throws RuntimeException if it is to be tried again, for no fault of a deadline
   */
  boolean step() {
    int limit = suspects > 0 ? 1 : handler.batch();
    FiredBatch batch = new FiredBatch(handler, services);
    try {
      services
          .unitOfWork()
          .call(
              () -> {
                batch.fire(limit, failuresInARow + 1, claimed, isOver);
                return true;
              });
    } catch (Throwable e) {
      failuresInARow++;
      if (e instanceof ConflictException && failuresInARow < WITHOUT_PAUSE) {
        suspect(batch);
        return step(); // which locks what it reads, so it need not wait for rivals to go
      }
      failed(batch, e);
      return true;
    }
    done(batch);
    return batch.claimed() == limit || batch.taken() < batch.claimed();
  }

  private void done(FiredBatch batch) {
    excuses.none();
    failuresInARow = 0;
    if (batch.taken() == 0) {
      suspects = 0; // somebody else has them
      return;
    }
    suspects = Math.max(0, suspects - batch.taken());
    fired += batch.taken();
    services.monitor().on(new Signal.DeadlinesFired(handler.name(), batch.taken(), batch.late()));
  }

  private void suspect(FiredBatch batch) {
    if (batch.taken() > 1) {
      suspects = batch.taken();
    }
  }

  private void failed(FiredBatch batch, Throwable failure) {
    if (!(failure instanceof UnavailableException)) {
      suspect(batch);
    }
    excuses.rethrow(failure);
    if (batch.taken() == 0) {
      throw new IllegalStateException("It failed before it took a deadline.", failure);
    }
    if (batch.taken() == 1) {
      failures.keep(batch.first(), failure);
      suspects = Math.max(0, suspects - 1);
      failuresInARow = 0;
    }
  }
}
