package io.orchestrix.subscription;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.deadletter.jpa.JpaDeadLetterStore;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.subscription.jpa.JpaSegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An empty store of each kind, and what keeps the checkpoints beside it. */
record Kept(
    EventStore events,
    SegmentStore segments,
    DeadLetterStore letters,
    UnitOfWork unitOfWork,
    EventFormat format,
    MetadataFactory metadata,
    @Nullable Container container)
    implements AutoCloseable {

  /** Where things are kept. */
  enum Kind {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES;

    Kept open() {
      return this == IN_MEMORY ? inMemory() : in((this == ON_H2 ? Database.H2 : Database.POSTGRES));
    }
  }

  private static Kept inMemory() {
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    EventFormat format =
        new EventFormat(
            new EventTypes(List.of(Marked.class)),
            List.of(),
            new JacksonPayloadCodec(),
            UnknownEvents.FAIL);
    return new Kept(
        new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE),
        new InMemorySegmentStore(unitOfWork),
        new InMemoryDeadLetterStore(unitOfWork),
        unitOfWork,
        format,
        new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage()),
        null);
  }

  private static Kept in(Database database) {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    Container container =
        Container.startWith(Map.of("orchestrix.db-schema", schema), database.open(), Marked.class);
    UnitOfWork unitOfWork = container.get(UnitOfWork.class);
    StorePersistence persistence = container.get(StorePersistence.class);
    return new Kept(
        container.get(EventStore.class),
        new JpaSegmentStore(persistence.entities(), schema, unitOfWork),
        new JpaDeadLetterStore(persistence.entities(), schema),
        unitOfWork,
        container.get(EventFormat.class),
        container.get(MetadataFactory.class),
        container);
  }

  /** The same with another unit of work around all. */
  Kept with(UnitOfWork other) {
    return new Kept(events, segments, letters, other, format, metadata, container);
  }

  /** The same with other letters. */
  Kept with(DeadLetterStore other) {
    return new Kept(events, segments, other, unitOfWork, format, metadata, container);
  }

  /** Appends events with these marks in one transaction; returns the position of the last. */
  GlobalPosition append(String stream, String... marks) {
    StreamId id = new StreamId("test", stream);
    List<NewEvent> appended =
        Stream.of(marks)
            .map(mark -> new NewEvent(metadata.create("marked", id.toString()), new Marked(mark)))
            .toList();
    return events.append(id, AppendCondition.any(), appended).position();
  }

  @Override
  public void close() {
    if (container != null) {
      container.close();
    }
  }
}
