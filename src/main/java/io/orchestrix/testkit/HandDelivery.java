package io.orchestrix.testkit;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Brings events to sagas, in the order of the store. Used by one thread. */
final class HandDelivery implements BooleanSupplier {

  private static final int BATCH = 1_000;

  private final Sagas sagas;
  private final EventStore events;
  private final UnitOfWork unitOfWork;
  private GlobalPosition handled;

  /**
   * @param handled the last event that was brought to them
   */
  HandDelivery(Sagas sagas, EventStore events, UnitOfWork unitOfWork, GlobalPosition handled) {
    this.sagas = sagas;
    this.events = events;
    this.unitOfWork = unitOfWork;
    this.handled = handled;
  }

  GlobalPosition handled() {
    return handled;
  }

  /** Whether there were any. */
  @Override
  public boolean getAsBoolean() {
    List<RecordedEvent> found = events.pageOfAll(handled, BATCH);
    if (found.isEmpty()) {
      return false;
    }
    for (Subscription subscription : sagas.node().subscriptions()) {
      List<RecordedEvent> wanted = found.stream().filter(subscription.handler()::wants).toList();
      if (!wanted.isEmpty()) {
        deliver(subscription, wanted);
      }
    }
    handled = found.get(found.size() - 1).position();
    return true;
  }

  private void deliver(Subscription subscription, List<RecordedEvent> wanted) {
    try {
      unitOfWork.call(
          () -> {
            subscription.handler().handle(EventBatch.of(wanted));
            return true;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Events could not be brought to " + subscription.name(), e);
    }
  }
}
