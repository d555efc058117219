package io.orchestrix.deadline;

import io.orchestrix.background.Excuses;
import io.orchestrix.monitor.Activity.DeadlineFiring;
import io.orchestrix.monitor.Observation;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fires what is due of one handler, each in a transaction of its own. Used by one thread. */
final class Firing {

  /** So often in a row rivals may be faster before it pauses. */
  private static final int WITHOUT_PAUSE = 4;

  private final DeadlineHandler handler;
  private final DeadlineServices services;
  private final Runnable claimed;
  private final FailedDeadlines failures;
  private final Excuses excuses = new Excuses();
  private @Nullable Deadline current;
  private Observation observation = Observation.NONE;
  private int failuresInARow;
  private int fired;

  /**
   * @param claimed is called when there is something to fire, before it is
   */
  Firing(DeadlineHandler handler, DeadlineServices services, Runnable claimed) {
    this.handler = handler;
    this.services = services;
    this.claimed = claimed;
    this.failures = new FailedDeadlines(handler, services);
  }

  /** How many have fired so far. */
  int fired() {
    return fired;
  }

  /**
   * Fires the earliest one that is due.
   *
   * @return false if there was none
   * @throws RuntimeException if it is to be tried again, for no fault of a deadline
   */
  boolean step() {
    current = null;
    observation = Observation.NONE;
    Instant begun = services.clock().instant();
    try {
      services
          .unitOfWork()
          .call(
              () -> {
                fire(begun);
                return true;
              });
    } catch (Throwable e) {
      observation.end(e);
      failuresInARow++;
      if (e instanceof ConflictException && failuresInARow < WITHOUT_PAUSE) {
        return step(); // which locks what it reads, so it need not wait for rivals to go
      }
      failed(e);
      return true;
    }
    observation.end(null); // with the transaction
    excuses.none();
    failuresInARow = 0;
    Deadline done = current;
    if (done == null) {
      return false;
    }
    fired++;
    Duration late = Duration.between(Objects.requireNonNull(done.tryAt()), begun);
    services.monitor().on(new Signal.DeadlineFired(handler.name(), late));
    return true;
  }

  private void fire(Instant now) throws Exception {
    List<Deadline> due = services.store().claim(handler.name(), now, 1);
    if (due.isEmpty()) {
      return;
    }
    Deadline deadline = due.get(0);
    current = deadline;
    claimed.run();
    observation =
        services
            .monitor()
            .begin(new DeadlineFiring(handler.name(), deadline.origin().traceparent()));
    services
        .current()
        .callWithin(
            deadline.origin(),
            failuresInARow + 1,
            () -> {
              handler.fire(deadline);
              return true;
            });
    services.store().fired(due);
  }

  private void failed(Throwable failure) {
    excuses.rethrow(failure);
    Deadline failed = current;
    if (failed == null) {
      throw new IllegalStateException("It failed before it took a deadline.", failure);
    }
    failures.keep(failed, failure);
    failuresInARow = 0;
  }
}
