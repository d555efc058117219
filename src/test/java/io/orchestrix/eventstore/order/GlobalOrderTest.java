package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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
