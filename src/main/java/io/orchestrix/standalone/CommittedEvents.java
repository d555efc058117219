package io.orchestrix.standalone;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.List;

/**
 * Tells others of an append, one after the other, and last that it was committed.
 *
 * @param inside are told inside of its unit of work
 * @param committed is run after it
 */
record CommittedEvents(List<EventPublisher> inside, UnitOfWork unitOfWork, Runnable committed)
    implements EventPublisher {

  @Override
  public void publish(List<RecordedEvent> appended) {
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            committed.run();
          }
        });
    inside.forEach(each -> each.publish(appended));
  }
}
