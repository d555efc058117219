package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What readers see under many writers, held against what was committed. */
class HistoryTest {

  private static final int ROUNDS = 10;

  private static final Logger LOG = System.getLogger("history");

  private final String schema = "history_" + UUID.randomUUID().toString().replace("-", "");
  private final long seed = System.nanoTime();

  @Test
  void a_long_history_on_postgres_reaches_every_reader_once_and_in_order() throws Exception {
    try (Container container = start(TestDatabase.postgres())) {
      check(container, 16, Integer.getInteger("history.events", 100_000));
    }
  }

  @Test
  void the_dense_order_on_h2_reaches_every_reader_once_and_in_order() throws Exception {
    try (Container container = start(TestDatabase.h2())) {
      check(container, 8, 2_000);
    }
  }

  @Test
  void e9_parallel_appends_to_one_stream_do_not_overtake_one_another() throws Exception {
    try (Container container = start(TestDatabase.postgres())) {
      Reader reader = Reader.of(container.get(EventStore.class));

      HistoryRun.Written written =
          new HistoryRun(container, 16, 1, 3_000, seed).run(List.of(reader));

      assertThat(History.check(written.committed(), reader.seen())).isEqualTo(History.FLAWLESS);
    }
  }

  @Test
  void rivals_on_one_stream_and_their_rollbacks_leave_h2_whole() throws Exception {
    try (Container container = start(TestDatabase.h2())) {
      Reader reader = Reader.of(container.get(EventStore.class));

      HistoryRun.Written written =
          new HistoryRun(container, 16, 1, 5_000, seed).run(List.of(reader));

      assertThat(History.check(written.committed(), reader.seen())).isEqualTo(History.FLAWLESS);
      assertThat(written.conflicts()).isZero();
      assertThat(container.dataSource().number(versionOfStream()))
          .isEqualTo(written.committed().size());
    }
  }

  private String versionOfStream() {
    return "select version from \"%s\".orx_stream".formatted(schema);
  }

  @Test
  void the_checker_finds_what_the_naive_reader_loses() throws Exception {
    try (Container container = start(TestDatabase.postgres())) {
      long lost = 0;
      for (int round = 0; lost == 0 && round < ROUNDS; round++) { // it is a matter of luck
        Reader naive = Reader.naive(new NaivePages(container.dataSource(), schema));
        HistoryRun.Written written =
            new HistoryRun(container, 16, 50, 3_000, seed + round).run(List.of(naive));
        History history = History.check(written.committed(), naive.seen());
        LOG.log(Level.WARNING, "naive reader, of {0}: {1}", written.committed().size(), history);
        lost = history.lost();
      }
      assertThat(lost).isPositive();
    }
  }

  private Container start(TestDatabase database) {
    return Container.startIn(schema, database, Appended.class);
  }

  private void check(Container container, int writers, int events) throws Exception {
    EventStore store = container.get(EventStore.class);
    List<Reader> readers = List.of(Reader.of(store), Reader.of(store));

    HistoryRun.Written written = new HistoryRun(container, writers, 50, events, seed).run(readers);

    assertThat(written.committed()).hasSizeGreaterThanOrEqualTo(events);
    for (Reader reader : readers) {
      assertThat(History.check(written.committed(), reader.seen())).isEqualTo(History.FLAWLESS);
    }
  }
}
