package io.orchestrix.testkit;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.SagaServices;
import io.orchestrix.saga.Sagas;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Gives sagas their turns, one after the other, on the thread of the test, while time stands still
 * until it passes. For tests of sagas that {@link SagaFixture} is too small for. Used by one
 * thread.
 */
public final class HandTurns {

  /** More turns of an instance at one time than a test needs: some never come to rest. */
  private static final int MOST = 100;

  private final BooleanSupplier delivery;
  private final DeadlineStore deadlines;
  private final SettableClock clock;
  private final List<DeadlineHandler> handlers;
  private final List<HandLane> lanes;
  private final Map<DeadlineKey, Integer> turnsNow = new HashMap<>();

  /**
   * For sagas to which no event was brought yet.
   *
   * @param services those that the sagas work with
   * @param clock theirs
   */
  public HandTurns(Sagas sagas, SagaServices services, SettableClock clock) {
    this(
        sagas,
        services,
        clock,
        new HandDelivery(sagas, services.events(), services.unitOfWork(), GlobalPosition.START));
  }

  /**
   * For a test that brings events to sagas by itself.
   *
   * @param services those that the sagas work with
   * @param clock theirs
   * @param delivery brings them events, and says whether there were any
   */
  public HandTurns(
      Sagas sagas, SagaServices services, SettableClock clock, BooleanSupplier delivery) {
    UnitOfWork unitOfWork = services.unitOfWork();
    CurrentMessage current = services.current();
    this.delivery = delivery;
    this.deadlines = services.deadlines();
    this.clock = clock;
    this.handlers = sagas.node().handlers();
    this.lanes =
        handlers.stream()
            .map(handler -> new HandLane(handler, deadlines, unitOfWork, current, clock))
            .toList();
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
      boolean wasBrought = delivery.getAsBoolean();
      isMore = turns() || wasBrought;
    }
  }

  /** One turn of each saga, so that none keeps events from the others. */
  private boolean turns() {
    boolean any = false;
    for (HandLane lane : lanes) {
      any = lane.turn(this::count) || any;
    }
    return any;
  }

  /**
   * One turn of one instance, with what follows when it fails: an absent database, or a rival, is
   * no failure of the saga, a few times. An {@link AssertionError} is the affair of the test, and
   * leaves it.
   *
   * @return whether there was something to be done
   */
  public boolean turn(DeadlineHandler handler) {
    return lanes.stream()
        .filter(lane -> lane.handler().equals(handler.name()))
        .anyMatch(lane -> lane.turn(this::count));
  }

  private void count(Deadline deadline) {
    if (turnsNow.merge(deadline.key(), 1, Integer::sum) > MOST) {
      throw new AssertionError(
          "The instance '%s' does not come to rest: something is to be done again and again at the same time."
              .formatted(deadline.key().value()));
    }
  }
}
