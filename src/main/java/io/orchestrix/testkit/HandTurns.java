package io.orchestrix.testkit;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives sagas their turns, one after the other, on the thread of the test, while time stands still
 * until it passes. For tests of sagas that {@link SagaFixture} is too small for. Used by one
 * thread.
 */
public final class HandTurns {

  /** More turns of an instance at one time than a test needs: some never come to rest. */
  private static final int MOST = 100;

  private static final int BATCH = 1_000;

  private final Sagas sagas;
  private final EventStore events;
  private final DeadlineStore deadlines;
  private final UnitOfWork unitOfWork;
  private final SettableClock clock;
  private final List<DeadlineHandler> handlers;
  private final Map<DeadlineKey, Integer> turnsNow = new HashMap<>();
  private GlobalPosition handled;

  /** For sagas to which no event was brought yet. */
  public HandTurns(
      Sagas sagas,
      EventStore events,
      DeadlineStore deadlines,
      UnitOfWork unitOfWork,
      SettableClock clock) {
    this(sagas, events, deadlines, unitOfWork, clock, GlobalPosition.START);
  }

  /**
   * @param handled the last event that was brought to them
   */
  HandTurns(
      Sagas sagas,
      EventStore events,
      DeadlineStore deadlines,
      UnitOfWork unitOfWork,
      SettableClock clock,
      GlobalPosition handled) {
    this.sagas = sagas;
    this.events = events;
    this.deadlines = deadlines;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.handlers = sagas.node().handlers();
    this.handled = handled;
  }

  GlobalPosition handled() {
    return handled;
  }

  /** What gives turns, a handler for each version of each saga. */
  public List<DeadlineHandler> handlers() {
    return handlers;
  }

  /** Lets time pass; what becomes due is done when it does. */
  public void elapse(Duration time) {
    Instant end = clock.instant().plus(time);
    settle();
    for (Optional<Instant> due = next(); due.filter(at -> !at.isAfter(end)).isPresent(); ) {
      if (due.get().isAfter(clock.instant())) {
        clock.set(due.get());
      }
      settle();
      due = next();
    }
    clock.set(end);
    settle();
  }

  /** When there is something to be done next; empty if nothing is to happen. */
  public Optional<Instant> next() {
    return deadlines.next(handlers.stream().map(DeadlineHandler::name).toList()).values().stream()
        .min(Instant::compareTo);
  }

  /**
   * Brings events to instances, and gives turns, until there is nothing to be done at this time.
   *
   * @throws AssertionError if that has no end
   */
  public void settle() {
    turnsNow.clear();
    boolean isMore = true;
    while (isMore) {
      boolean wasBrought = deliver();
      isMore = turns() || wasBrought;
    }
  }

  private boolean deliver() {
    List<RecordedEvent> found = events.feed(handled, BATCH);
    if (found.isEmpty()) {
      return false;
    }
    for (Subscription subscription : sagas.node().subscriptions()) {
      List<RecordedEvent> wanted = found.stream().filter(subscription.handler()::wants).toList();
      if (!wanted.isEmpty()) {
        call(() -> subscription.handler().handle(EventBatch.of(wanted)));
      }
    }
    handled = found.get(found.size() - 1).position();
    return true;
  }

  /** One turn of each saga, so that none keeps events from the others. */
  private boolean turns() {
    boolean any = false;
    for (DeadlineHandler handler : handlers) {
      any = turn(handler) || any;
    }
    return any;
  }

  /**
   * One turn of one instance, with what follows when it fails. An {@link AssertionError} is the
   * affair of the test, and leaves it.
   *
   * @return whether there was something to be done
   */
  public boolean turn(DeadlineHandler handler) {
    List<Deadline> claimed = new ArrayList<>();
    try {
      call(
          () -> {
            claimed.addAll(deadlines.claim(handler.name(), clock.instant(), 1));
            for (Deadline deadline : claimed) {
              handler.fire(deadline);
            }
            deadlines.fired(claimed);
          });
    } catch (AssertionError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (claimed.isEmpty()) {
        throw e;
      }
      failed(handler, claimed.get(0), e instanceof CheckedException checked ? checked.why : e);
    }
    claimed.forEach(this::count);
    return !claimed.isEmpty();
  }

  private void count(Deadline deadline) {
    if (turnsNow.merge(deadline.key(), 1, Integer::sum) > MOST) {
      throw new AssertionError(
          "The instance '%s' does not come to rest: something is to be done again and again at the same time."
              .formatted(deadline.key().value()));
    }
  }

  private void failed(DeadlineHandler handler, Deadline deadline, Throwable failure) {
    call(
        () -> {
          Instant next = handler.failed(deadline, failure, clock.instant()).orElse(null);
          deadlines.change(deadline.failed(next, String.valueOf(failure)));
        });
  }

  /** A checked exception on its way out of a unit of work. */
  private static final class CheckedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Exception why;

    CheckedException(Exception why) {
      super(why);
      this.why = why;
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private void call(Work work) {
    unitOfWork.run(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new CheckedException(e);
          }
        });
  }
}
