package io.orchestrix.subscription;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.List;

/**
 * Tells the subscriptions of this process of commits. It stands between them and the store, which
 * is there first. Thread-safe.
 */
public final class Wakeup implements EventPublisher {

  private final UnitOfWork unitOfWork;
  private volatile Runnable subscriptions = () -> {};

  /**
   * @param unitOfWork of the appends
   */
  public Wakeup(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** From now on tells the subscriptions of this node. */
  public void of(SubscriptionNode node) {
    subscriptions = node::wake;
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            subscriptions.run();
          }
        });
  }
}
