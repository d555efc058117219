package io.orchestrix.testkit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.background.Excuses;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives the turns of one handler as a node does: each in a transaction of its own, on behalf of who
 * has put its deadline; and what is not the fault of an instance is tried again, and no failure of
 * it. Used by one thread.
 */
final class HandLane {

  private final DeadlineHandler handler;
  private final DeadlineStore deadlines;
  private final UnitOfWork unitOfWork;
  private final CurrentMessage current;
  private final Clock clock;
  private final Excuses excuses = new Excuses();
  private int failuresInARow;

  HandLane(
      DeadlineHandler handler,
      DeadlineStore deadlines,
      UnitOfWork unitOfWork,
      CurrentMessage current,
      Clock clock) {
    this.handler = handler;
    this.deadlines = deadlines;
    this.unitOfWork = unitOfWork;
    this.current = current;
    this.clock = clock;
  }

  String handler() {
    return handler.name();
  }

  /**
   * One turn of one instance, with what follows when it fails.
   *
   * @param taken is told whose it was
   * @return whether there may be more
   */
  boolean turn(Consumer<Deadline> taken) {
    List<Deadline> claimed = new ArrayList<>();
    try {
      unitOfWork.call(
          () -> {
            fire(claimed);
            return true;
          });
      done();
    } catch (AssertionError e) { // the affair of the test
      throw e;
    } catch (Exception | Error e) {
      failuresInARow++;
      if (!isExcused(e)) {
        failed(claimed, e);
      } else if (claimed.isEmpty()) {
        return true;
      }
    }
    claimed.forEach(taken);
    return !claimed.isEmpty();
  }

  private void fire(List<Deadline> claimed) throws Exception {
    claimed.addAll(deadlines.claim(handler.name(), clock.instant(), 1));
    for (Deadline deadline : claimed) {
      current.callWithin(
          deadline.origin(),
          failuresInARow + 1,
          () -> {
            handler.fire(deadline);
            return true;
          });
    }
    deadlines.fired(claimed);
  }

  private void done() {
    excuses.none();
    failuresInARow = 0;
  }

  private boolean isExcused(Throwable failure) {
    try {
      excuses.rethrow(failure);
      return false;
    } catch (OrchestrixException e) {
      return true;
    }
  }

  private void failed(List<Deadline> claimed, Throwable failure) {
    if (claimed.isEmpty()) {
      throw new IllegalStateException("No turn could be taken.", failure);
    }
    try {
      Deadline deadline = claimed.get(0);
      unitOfWork.call(
          () -> current.callWithin(deadline.origin(), 1, () -> keep(deadline, failure)));
      failuresInARow = 0;
    } catch (RuntimeException e) {
      if (!isExcused(e)) {
        throw e;
      }
    } catch (Exception e) {
      throw new IllegalStateException("The handler cannot say what follows.", e);
    }
  }

  /** Returns whether the deadline was still there. */
  private boolean keep(Deadline deadline, Throwable failure) throws Exception {
    boolean isThere = deadlines.reclaim(deadline);
    if (isThere) {
      handler
          .failed(deadline, failure, clock.instant())
          .keep(deadline, String.valueOf(failure), deadlines);
    }
    return isThere;
  }
}
