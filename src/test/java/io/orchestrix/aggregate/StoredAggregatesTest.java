package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal.SnapshotIgnored;
import io.orchestrix.monitor.Signal.SnapshotIgnored.Reason;
import io.orchestrix.monitor.Signal.SnapshotUsed;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered and kept, beside transactions on the databases. */
class StoredAggregatesTest {

  private static final Map<Database, Container> CONTAINERS = new EnumMap<>(Database.class);
  private static final String SCHEMA = "kept";

  private final String id = UUID.randomUUID().toString();

  @Dependent
  static class Listening {
    static final RecordingMonitor MONITOR = new RecordingMonitor();

    @Produces
    @Singleton
    Monitor monitor() {
      return MONITOR;
    }
  }

  private static Container container(Database database) {
    return CONTAINERS.computeIfAbsent(database, StoredAggregatesTest::start);
  }

  private static Container start(Database database) {
    return Container.startWith(
        Map.of("orchestrix.db-schema", SCHEMA, "orchestrix.delete-streams", "true"),
        database.open(),
        Cargo.class,
        Listening.class);
  }

  @AfterAll
  static void stop() {
    CONTAINERS.values().forEach(Container::close);
    CONTAINERS.clear();
  }

  private static AggregateRepository<Cargo> cargos(Database database) {
    return container(database).cdi().select(new TypeLiteral<AggregateRepository<Cargo>>() {}).get();
  }

  private static UnitOfWork unitOfWork(Database database) {
    return container(database).get(UnitOfWork.class);
  }

  /** The same repository on a node that remembers nothing yet. */
  private static AggregateRepository<Cargo> elsewhere(Database database) {
    AggregateServices here = container(database).get(AggregateServices.class);
    return new EventSourcedRepository<>(
        Harbour.type(Cargo.class),
        new AggregateServices(
            here.store(),
            here.types(),
            here.format(),
            here.metadata(),
            here.current(),
            new HistoryCache(1_000),
            here.snapshots(),
            here.states(),
            here.monitor(),
            here.nanos(),
            here.unitOfWork(),
            here.executor()));
  }

  private void corrupt(Database database, String change) throws SQLException {
    try (Connection connection = container(database).dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              "update \"%s\".orx_snapshot set %s where stream_id = 'cargo/%s'"
                  .formatted(SCHEMA, change, id));
      assertThat(changed).isEqualTo(1);
    }
  }

  private void fill(AggregateRepository<Cargo> cargos, String... items) {
    cargos.create(id, cargo -> cargo.load(items[0]));
    for (int i = 1; i < items.length; i++) {
      String item = items[i];
      cargos.update(id, cargo -> cargo.load(item));
    }
  }

  /** Does it in a transaction that is rolled back. */
  private static void undo(Database database, Runnable work) {
    assertThatThrownBy(
            () ->
                unitOfWork(database)
                    .get(
                        () -> {
                          work.run();
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");
  }

  @ParameterizedTest
  @EnumSource
  void a_rolled_back_append_leaves_nothing_behind_that_is_believed(Database database) {
    AggregateRepository<Cargo> cargos = cargos(database);
    fill(cargos, "a", "b");

    undo(
        database,
        () -> {
          cargos.load(id);
          cargos.update(id, cargo -> cargo.load("ghost"));
          assertThat(cargos.load(id).items).containsKey("ghost");
        });
    assertThat(cargos.load(id).items).containsOnlyKeys("a", "b");

    // as many events as were undone, then more, by who knows nothing of them
    undo(
        database,
        () -> {
          cargos.update(id, cargo -> cargo.load("ghost"));
        });
    elsewhere(database).update(id, cargo -> cargo.load("c"));
    Cargo equallyLong = cargos.load(id);
    assertThat(equallyLong.items).containsOnlyKeys("a", "b", "c");
    assertThat(equallyLong.version()).isEqualTo(3);

    undo(
        database,
        () -> {
          cargos.update(id, cargo -> cargo.load("ghost"));
        });
    elsewhere(database).update(id, cargo -> cargo.load("d"));
    elsewhere(database).update(id, cargo -> cargo.load("e"));
    Cargo longer = cargos.load(id);
    assertThat(longer.items).containsOnlyKeys("a", "b", "c", "d", "e");
    assertThat(longer.version()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_decided_on_undone_events_is_not_stored(Database database) {
    AggregateRepository<Cargo> cargos = cargos(database);
    fill(cargos, "a");
    List<Cargo> undone = new ArrayList<>();
    undo(
        database,
        () -> {
          undone.add(cargos.update(id, cargo -> cargo.load("ghost")));
        });
    elsewhere(database).update(id, cargo -> cargo.load("b"));

    undone.get(0).load("c");

    assertThatThrownBy(() -> cargos.save(undone.get(0))).isInstanceOf(ConflictException.class);
    assertThat(cargos.load(id).items).containsOnlyKeys("a", "b");
  }

  @ParameterizedTest
  @EnumSource
  void a_rolled_back_creation_leaves_nothing_behind_that_is_believed(Database database) {
    AggregateRepository<Cargo> cargos = cargos(database);

    undo(
        database,
        () -> {
          fill(cargos, "ghost");
        });
    assertThat(cargos.find(id)).isEmpty();
    fill(elsewhere(database), "a");

    assertThat(cargos.load(id).items).containsOnlyKeys("a");
  }

  @ParameterizedTest
  @EnumSource
  void many_who_change_one_aggregate_lose_nothing(Database database) {
    AggregateRepository<Cargo> cargos = cargos(database);
    fill(cargos, "first");
    AtomicInteger stored = new AtomicInteger(1);
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      AggregateRepository<Cargo> own = writer % 2 == 0 ? cargos : elsewhere(database);
      String name = "w" + writer;
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 15; i++) {
                  String item = name + i;
                  try {
                    int before = own.load(id).items.size();
                    Cargo after = own.update(id, cargo -> cargo.load(item));
                    assertThat(after.items.size()).isGreaterThan(before);
                    stored.incrementAndGet();
                  } catch (ConflictException e) {
                    assertThat(own.load(id).items).doesNotContainKey(item);
                  }
                }
              }));
    }
    writers.forEach(CompletableFuture::join);

    for (AggregateRepository<Cargo> each : List.of(cargos, elsewhere(database))) {
      Cargo cargo = each.load(id);
      assertThat(cargo.items).hasSize(stored.get());
      assertThat(cargo.version()).isEqualTo(stored.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_snapshot_is_part_of_the_transaction_of_its_events(Database database) {
    AggregateRepository<Cargo> cargos = cargos(database);
    fill(cargos, "a", "b");
    undo(
        database,
        () -> {
          cargos.update(id, cargo -> cargo.load("ghost"));
        });
    SnapshotStore snapshots = container(database).get(AggregateServices.class).snapshots();
    assertThat(snapshots.find(new StreamId("cargo", id))).isEmpty();

    cargos.update(id, cargo -> cargo.load("c"));
    cargos.update(id, cargo -> cargo.load("d"));

    assertThat(snapshots.find(new StreamId("cargo", id))).map(Snapshot::version).contains(3L);
    assertThat(elsewhere(database).load(id).items).containsOnlyKeys("a", "b", "c", "d");
    assertThat(Listening.MONITOR.signals(SnapshotUsed.class)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_snapshot_that_was_undone_is_no_fault_of_the_store(Database database) {
    fill(cargos(database), "a", "b", "c", "d", "e");
    AggregateRepository<Cargo> cargos = elsewhere(database);
    int ignored = Listening.MONITOR.signals(SnapshotIgnored.class).size();

    undo(database, () -> cargos.update(id, cargo -> cargo.load("ghost")));

    assertThat(cargos.load(id).items).containsOnlyKeys("a", "b", "c", "d", "e");
    assertThat(Listening.MONITOR.signals(SnapshotIgnored.class)).hasSize(ignored);
  }

  @ParameterizedTest
  @EnumSource
  void a_snapshot_that_somebody_spoilt_is_ignored(Database database) throws SQLException {
    fill(cargos(database), "a", "b", "c", "d");

    for (String change :
        List.of(
            "state = '{\"items\":'",
            "head = '00000000-0000-0000-0000-000000000000'",
            "version = 77",
            "fingerprint = 'of other code'")) {
      corrupt(database, change);
      assertThat(elsewhere(database).load(id).items).as(change).hasSize(4);
    }
    assertThat(Listening.MONITOR.signals(SnapshotIgnored.class))
        .extracting(SnapshotIgnored::reason)
        .contains(Reason.UNREADABLE, Reason.OTHER_EVENTS, Reason.OTHER_CODE);
    elsewhere(database).update(id, cargo -> cargo.load("e"));
    assertThat(elsewhere(database).load(id).items).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void the_snapshot_of_a_deleted_stream_goes_with_it(Database database) {
    fill(cargos(database), "a", "b", "c");
    Container container = container(database);
    StreamId stream = new StreamId("cargo", id);
    SnapshotStore snapshots = container.get(AggregateServices.class).snapshots();
    Snapshot late = snapshots.find(stream).orElseThrow();

    container.get(EventStore.class).delete(stream);

    assertThat(cargos(database).find(id)).isEmpty();
    assertThat(snapshots.find(stream)).isEmpty();

    snapshots.save(late); // of a transaction that ended after the deletion
    container.get(EventStore.class).delete(stream);
    assertThat(snapshots.find(stream)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_is_shown(Database database) {
    fill(cargos(database), "a", "b", "c");

    assertThat(cargos(database).loadAt(id, 2).items).containsOnlyKeys("a", "b");
    AggregateState state = cargos(database).stateAt(id, 3);
    assertThat(state.change().getJsonObject(0).getString("path")).isEqualTo("/items/c");
    assertThat(cargos(database).loadAsOf(id, state.event().metadata().time()).version())
        .isEqualTo(3);
  }
}
