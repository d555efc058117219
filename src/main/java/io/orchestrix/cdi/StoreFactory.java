package io.orchestrix.cdi;

import io.orchestrix.aggregate.SnapshotStore;
import io.orchestrix.aggregate.inmemory.InMemorySnapshotStore;
import io.orchestrix.aggregate.jpa.JpaSnapshotStore;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.inmemory.InMemoryAuditStore;
import io.orchestrix.audit.jpa.JpaAuditStore;
import io.orchestrix.command.IdempotencyStore;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jpa.JpaIdempotencyStore;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.config.StoreKind;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.MonitoredDeadLetterStore;
import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.deadletter.jpa.JpaDeadLetterStore;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.deadline.jpa.JpaDeadlineStore;
import io.orchestrix.eventstore.AppendSignals;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.MonitoredEventStore;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.jpa.JpaEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.message.EventFormat;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.inmemory.InMemoryReadModelStore;
import io.orchestrix.projection.jpa.JpaReadModelStore;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.saga.jpa.JpaSagaStore;
import io.orchestrix.schema.Schema;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.subscription.jpa.JpaSegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;

/** Makes the stores of the kind that is configured. */
final class StoreFactory {

  private final StorePersistence persistence;
  private final Settings settings;
  private final UnitOfWork unitOfWork;
  private final EventFormat format;
  private final GuardedMonitor monitor;
  private final EventPublisher publisher;
  private final Schema schema;

  StoreFactory(
      StorePersistence persistence,
      Settings settings,
      UnitOfWork unitOfWork,
      EventFormat format,
      GuardedMonitor monitor,
      EventPublisher publisher) {
    this.persistence = persistence;
    this.settings = settings;
    this.unitOfWork = unitOfWork;
    this.format = format;
    this.monitor = monitor;
    this.publisher = EventPublisher.all(publisher, new AppendSignals(unitOfWork, monitor));
    this.schema =
        new Schema(persistence::dataSource, settings.databaseSchema(), settings.get(Keys.SCHEMA));
  }

  EventStore events() {
    boolean mayDelete = settings.get(Keys.DELETE_STREAMS);
    EventStore store =
        switch (kind()) {
          case MEMORY -> new InMemoryEventStore(format, mayDelete, unitOfWork, publisher);
          case JPA ->
              new JpaEventStore(persistence, prepared(), unitOfWork, format, mayDelete, publisher);
        };
    return new MonitoredEventStore(store, monitor);
  }

  SnapshotStore snapshots() {
    return switch (kind()) {
      case MEMORY -> new InMemorySnapshotStore(unitOfWork);
      case JPA -> new JpaSnapshotStore(persistence, prepared(), unitOfWork);
    };
  }

  IdempotencyStore executions() {
    return switch (kind()) {
      case MEMORY -> new InMemoryIdempotencyStore(unitOfWork);
      case JPA -> new JpaIdempotencyStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  DeadLetterStore deadLetters() {
    DeadLetterStore store =
        switch (kind()) {
          case MEMORY -> new InMemoryDeadLetterStore(unitOfWork);
          case JPA -> new JpaDeadLetterStore(persistence.entities(), prepared());
        };
    return new MonitoredDeadLetterStore(store, unitOfWork, monitor);
  }

  DeadlineStore deadlines() {
    return switch (kind()) {
      case MEMORY -> new InMemoryDeadlineStore(unitOfWork);
      case JPA -> new JpaDeadlineStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  SegmentStore segments() {
    return switch (kind()) {
      case MEMORY -> new InMemorySegmentStore(unitOfWork);
      case JPA -> new JpaSegmentStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  ReadModelStore readModels() {
    return switch (kind()) {
      case MEMORY -> new InMemoryReadModelStore(unitOfWork);
      case JPA -> new JpaReadModelStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  SagaStore sagas() {
    return switch (kind()) {
      case MEMORY -> new InMemorySagaStore(unitOfWork);
      case JPA -> new JpaSagaStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  AuditStore audit() {
    return switch (kind()) {
      case MEMORY -> new InMemoryAuditStore(unitOfWork);
      case JPA -> new JpaAuditStore(persistence.entities(), prepared(), unitOfWork);
    };
  }

  private StoreKind kind() {
    return settings.get(Keys.STORE);
  }

  /** Whoever comes first prepares the tables, even before the server's startup. */
  private String prepared() {
    unitOfWork.runOutside(schema::prepare);
    return settings.databaseSchema();
  }
}
