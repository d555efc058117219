package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import jakarta.enterprise.util.TypeLiteral;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** An application with tallies, started once for each database; it ends with the JVM. */
final class TallyApplication {

  private static final Map<Database, TallyApplication> STARTED = new EnumMap<>(Database.class);

  private final Container container;
  private final CommandBus bus;
  private final EventStore store;

  private TallyApplication(Database database) {
    container =
        Container.start(
            database.open(), Tally.class, Perform.Performer.class, AfterTheCommit.Worker.class);
    bus = container.get(CommandBus.class);
    store = container.get(EventStore.class); // made now, while its schema is the configured one
  }

  static synchronized TallyApplication on(Database database) {
    return STARTED.computeIfAbsent(database, TallyApplication::new);
  }

  AggregateRepository<Tally> tallies() {
    return repository(new TypeLiteral<>() {});
  }

  private <T extends AggregateRoot> AggregateRepository<T> repository(
      TypeLiteral<AggregateRepository<T>> type) {
    return container.cdi().select(type).get();
  }

  /** Sends a command whose handler does {@code work}. */
  @Nullable Object perform(Callable<?> work) {
    return bus.send(new Perform(work));
  }

  Container container() {
    return container;
  }

  long sumOf(String tally) {
    return tallies().find(tally).map(Tally::sum).orElse(0L);
  }

  List<RecordedEvent> eventsOf(String tally) {
    return store.read(new StreamId("tally", tally)).toList();
  }
}
