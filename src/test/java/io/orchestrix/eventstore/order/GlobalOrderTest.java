package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fence on PostgreSQL, step by step. */
class GlobalOrderTest {

  private static final StreamId OLD = new StreamId("test", "old");
  private static final StreamId YOUNG = new StreamId("test", "young");

  private static final String FENCES =
      "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock'";

  private final String schema = "order_" + UUID.randomUUID().toString().replace("-", "");
  private final Set<UUID> committed = new HashSet<>();
  private Container container;
  private Writer writer;
  private Reader reader;

  @BeforeEach
  void start() {
    container = Container.startIn(schema, TestDatabase.postgres(), Appended.class);
    writer = new Writer(container);
    reader = Reader.of(container.get(EventStore.class));
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void e1_an_older_transaction_that_appends_after_a_younger_one_has_committed_is_not_lost() {
    Writer.Transaction older = writer.begin();
    committed.addAll(writer.append(YOUNG, "young"));
    assertThat(reader.catchUp()).isEqualTo(1);

    older.append(OLD);
    committed.addAll(writer.append(YOUNG, "after"));
    assertThat(reader.catchUp()).as("nobody passes an append under way").isZero();

    older.commit();
    assertThat(reader.catchUp()).isEqualTo(2);
    committed.addAll(reader.ids());
    assertThat(History.check(committed, reader.seen())).isEqualTo(History.FLAWLESS);
  }

  @Test
  void what_somebody_has_read_can_be_read_even_where_readers_are_held_back() {
    EventStore store = container.get(EventStore.class);
    Writer.Transaction older = writer.begin();
    older.append(OLD);
    committed.addAll(writer.append(YOUNG, "young"));
    GlobalPosition young = store.page(YOUNG, StreamRange.ALL, 1).get(0).position();

    assertThat(store.pageOfAll(GlobalPosition.START, 10)).isEmpty();
    assertThat(store.feed(GlobalPosition.START, young, 10)).hasSize(1);

    older.commit();
    assertThat(store.pageOfAll(GlobalPosition.START, 10)).hasSize(2);
  }

  @Test
  void e2_a_transaction_that_writes_elsewhere_holds_nobody_back() throws SQLException {
    TestDatabase database = TestDatabase.postgres();
    try (Connection idle =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = idle.createStatement()) {
      idle.setAutoCommit(false);
      statement.execute("create table \"%s\".elsewhere (id int)".formatted(schema));
      statement.execute("select pg_current_xact_id()");

      committed.addAll(writer.append(YOUNG, "young"));

      assertThat(reader.catchUp()).isEqualTo(1);
      idle.rollback();
    }
  }

  @Test
  void e3_a_rolled_back_gap_is_passed_at_once() {
    assertThatThrownBy(
            () ->
                container
                    .get(UnitOfWork.class)
                    .get(
                        () -> {
                          writer.appendHere(OLD, "never", "never");
                          throw new IllegalStateException("rolled back");
                        }))
        .hasMessage("rolled back");
    committed.addAll(writer.append(YOUNG, "young"));

    assertThat(reader.catchUp()).isEqualTo(1);
    assertThat(reader.seen().get(0).position()).isEqualTo(new GlobalPosition(3));
  }

  @Test
  void e4_of_appends_that_expect_the_same_version_exactly_one_wins() throws Exception {
    writer.append(OLD, "first");
    EventStore store = container.get(EventStore.class);
    MetadataFactory metadata = container.get(MetadataFactory.class);
    CyclicBarrier together = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> rival =
          () -> {
            NewEvent event =
                new NewEvent(metadata.create("appended", OLD.toString()), new Appended("rival", 0));
            together.await(20, TimeUnit.SECONDS);
            try {
              store.append(OLD, AppendCondition.atVersion(1), List.of(event));
              return true;
            } catch (AppendConflictException e) {
              return false;
            }
          };
      int winners = 0;
      for (Future<Boolean> end : threads.invokeAll(Collections.nCopies(8, rival))) {
        winners += end.get() ? 1 : 0;
      }

      assertThat(winners).isEqualTo(1);
      assertThat(store.read(OLD)).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void e5_the_naive_reader_loses_the_late_event_in_the_same_schedule() {
    Reader naive = Reader.naive(new NaivePages(container.dataSource(), schema));
    Writer.Transaction older = writer.begin();
    older.append(OLD);
    writer.append(YOUNG, "young");
    assertThat(naive.catchUp()).isEqualTo(1);
    assertThat(reader.catchUp()).isZero();

    older.commit();

    assertThat(naive.catchUp()).as("the naive reader has passed it").isZero();
    assertThat(reader.catchUp()).isEqualTo(2);
    assertThat(History.check(new HashSet<>(reader.ids()), naive.seen()).lost()).isEqualTo(1);
  }

  @Test
  void e7_a_fresh_sequence_is_read_as_empty_and_its_first_event_is_seen() {
    assertThat(reader.catchUp()).isZero();

    Writer.Transaction first = writer.begin();
    first.append(OLD);
    writer.append(YOUNG, "young");
    assertThat(reader.catchUp()).isZero();
    first.commit();

    assertThat(reader.catchUp()).isEqualTo(2);
    assertThat(reader.seen().get(0).position()).isEqualTo(new GlobalPosition(1));
  }

  @Test
  void another_store_in_the_same_database_holds_nobody_back() {
    try (Container other = Container.start(TestDatabase.postgres(), Appended.class)) {
      Writer.Transaction open = new Writer(other).begin();
      open.append(OLD);
      committed.addAll(writer.append(YOUNG, "young"));

      assertThat(reader.catchUp()).isEqualTo(1);
      open.commit();
    }
  }

  @Test
  void the_watermark_names_the_append_that_holds_it() {
    EventStore store = container.get(EventStore.class);
    assertThat(store.watermark().holder()).isNull();
    Writer.Transaction open = writer.begin();
    open.append(OLD);
    writer.append(YOUNG, "young", "younger");

    Watermark held = store.watermark();

    assertThat(held.position()).isEqualTo(GlobalPosition.START);
    assertThat(held.head()).isEqualTo(new GlobalPosition(3));
    assertThat(held.holder())
        .satisfies(
            holder -> {
              assertThat(holder.name()).matches("backend \\d+ \\(idle in transaction, .*\\)");
              assertThat(holder.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            });
    open.commit();
    assertThat(store.watermark())
        .isEqualTo(new Watermark(new GlobalPosition(3), new GlobalPosition(3), null));
  }

  @Test
  void a_transaction_holds_one_fence_however_often_it_appends() {
    long fences =
        container
            .get(UnitOfWork.class)
            .get(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    writer.appendHere(new StreamId("test", "s" + i), "x");
                  }
                  return container.dataSource().number(FENCES);
                });

    assertThat(fences).isEqualTo(1);
    assertThat(container.dataSource().number(FENCES)).isZero();
  }
}
