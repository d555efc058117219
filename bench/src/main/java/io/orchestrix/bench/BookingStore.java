package io.orchestrix.bench;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.jpa.JpaEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store of bookings whose appends wake those who follow it, as in an application. */
final class BookingStore {

  private final List<Consumer<List<RecordedEvent>>> listeners = new CopyOnWriteArrayList<>();
  private final UnitOfWork unitOfWork;
  private final MetadataFactory metadata;
  private final EventStore events;

  BookingStore(Container container, String schema) {
    unitOfWork = container.get(UnitOfWork.class);
    metadata = container.get(MetadataFactory.class);
    EventPublisher publisher = events -> listeners.forEach(listener -> listener.accept(events));
    events =
        new JpaEventStore(
            container.get(StorePersistence.class),
            schema,
            unitOfWork,
            container.get(EventFormat.class),
            false,
            publisher);
  }

  EventStore events() {
    return events;
  }

  /**
   * Wakes {@code following} after each append.
   *
   * @param onAppend is told of it before, in its unit of work
   * @return ends it
   */
  Runnable wake(Following following, Consumer<List<RecordedEvent>> onAppend) {
    Consumer<List<RecordedEvent>> listener =
        appended -> {
          onAppend.accept(appended);
          unitOfWork.afterEnd(end -> following.wake());
        };
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Appends so many bookings to an account in a transaction; returns where the last one is. */
  GlobalPosition book(String account, int bookings) {
    StreamId stream = new StreamId("account", account);
    List<NewEvent> appended =
        Stream.generate(() -> Tally.NOTHING.next(account))
            .limit(bookings)
            .map(event -> new NewEvent(metadata.create("MoneyBooked", stream.toString()), event))
            .toList();
    return events.append(stream, AppendCondition.any(), appended).position();
  }
}
