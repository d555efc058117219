package io.orchestrix.eventstore;

import io.orchestrix.eventstore.jpa.JpaEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.EventFormat;
import io.orchestrix.testkit.EventStoreConformance;
import io.orchestrix.testkit.EventStoreFixture;
import io.orchestrix.testkit.Noted;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Two applications on the tables of one. */
record JpaFixture(Container application, Container other, String schema)
    implements EventStoreFixture, AutoCloseable {

  static JpaFixture on(TestDatabase database) {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    Container application =
        Container.startWith(
            Map.of("orchestrix.db-schema", schema, "orchestrix.delete-streams", "true"),
            database,
            EventStoreConformance.EVENTS.toArray(Class<?>[]::new));
    return new JpaFixture(application, Container.startIn(schema, database, Noted.class), schema);
  }

  @Override
  public EventStore store() {
    return application.get(EventStore.class);
  }

  @Override
  public Optional<EventStore> stranger() {
    return Optional.of(other.get(EventStore.class));
  }

  @Override
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.of(application.get(UnitOfWork.class));
  }

  @Override
  public Optional<Function<EventPublisher, EventStore>> publishing() {
    return Optional.of(
        publisher ->
            new JpaEventStore(
                application.get(StorePersistence.class),
                schema,
                application.get(UnitOfWork.class),
                application.get(EventFormat.class),
                true,
                publisher));
  }

  @Override
  public void close() {
    other.close();
    application.close();
  }
}
