package io.orchestrix.saga;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.deadline.jpa.JpaDeadlineStore;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.jpa.JpaEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.saga.jpa.JpaSagaStore;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What outlives a process: empty stores of a kind, the checkpoint, and the time. */
record Kept(
    EventStore events,
    SagaStore instances,
    DeadlineStore deadlines,
    SegmentStore segments,
    EventFormat format,
    UnitOfWork unitOfWork,
    SettableClock clock,
    AtomicReference<GlobalPosition> checkpoint,
    @Nullable Container container)
    implements AutoCloseable {

  /** Where things are kept. */
  enum Kind {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES;

    Kept open(List<Class<? extends Event>> types) {
      return this == IN_MEMORY
          ? inMemory(types)
          : in(this == ON_H2 ? Database.H2 : Database.POSTGRES, types);
    }
  }

  static Kept inMemory(List<Class<? extends Event>> types) {
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    EventFormat format = format(types);
    return new Kept(
        new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE),
        new InMemorySagaStore(unitOfWork),
        new InMemoryDeadlineStore(unitOfWork),
        new InMemorySegmentStore(unitOfWork),
        format,
        unitOfWork,
        new SettableClock(Rig.START),
        new AtomicReference<>(GlobalPosition.START),
        null);
  }

  private static Kept in(Database database, List<Class<? extends Event>> types) {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    Container container =
        Container.startWith(Map.of("orchestrix.db-schema", schema), database.open());
    UnitOfWork unitOfWork = container.get(UnitOfWork.class);
    StorePersistence persistence = container.get(StorePersistence.class);
    EntityManager entities = persistence.entities();
    EventFormat format = format(types);
    return new Kept(
        new JpaEventStore(persistence, schema, unitOfWork, format, true, EventPublisher.NONE),
        new JpaSagaStore(entities, schema, unitOfWork),
        new JpaDeadlineStore(entities, schema, unitOfWork),
        new InMemorySegmentStore(new InMemoryUnitOfWork()),
        format,
        unitOfWork,
        new SettableClock(Rig.START),
        new AtomicReference<>(GlobalPosition.START),
        container);
  }

  private static EventFormat format(List<Class<? extends Event>> types) {
    List<Class<? extends Event>> known = new ArrayList<>(types);
    known.addAll(SagaEvent.TYPES);
    return new EventFormat(
        new EventTypes(known), List.of(), new JacksonPayloadCodec(), UnknownEvents.FAIL);
  }

  /** The same with another unit of work around all. */
  Kept with(UnitOfWork other) {
    return new Kept(
        events, instances, deadlines, segments, format, other, clock, checkpoint, container);
  }

  /** The same with another store of instances. */
  Kept with(SagaStore other) {
    return new Kept(
        events, other, deadlines, segments, format, unitOfWork, clock, checkpoint, container);
  }

  /** The same with events of other classes, as another release of the application reads them. */
  Kept with(EventFormat other) {
    return new Kept(
        events, instances, deadlines, segments, other, unitOfWork, clock, checkpoint, container);
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
    }
  }
}
