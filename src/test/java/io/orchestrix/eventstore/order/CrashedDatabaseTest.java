package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.CrashingPostgres;
import io.orchestrix.unitofwork.UnitOfWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fence when PostgreSQL itself crashes. */
class CrashedDatabaseTest {

  private static final StreamId PREPARED = new StreamId("test", "prepared");
  private static final StreamId OTHER = new StreamId("test", "other");

  @TempDir Path data;

  @Test
  void e6_and_e8_a_prepared_append_holds_readers_through_a_crash_that_makes_the_sequence_jump()
      throws Exception {
    try (CrashingPostgres postgres = CrashingPostgres.start(data)) {
      Set<UUID> written = new HashSet<>();
      try (Container before = Container.startIn("e6", postgres.database(), Appended.class)) {
        Writer writer = new Writer(before);
        written.addAll(writer.append(OTHER, "first"));
        written.addAll(prepare(before, writer));
        written.addAll(writer.append(OTHER, "second"));
        assertThat(Reader.of(before.get(EventStore.class)).catchUp()).isEqualTo(1);
        postgres.crash();
      }

      try (Container after = Container.startIn("e6", postgres.database(), Appended.class)) {
        EventStore store = after.get(EventStore.class);
        Reader reader = Reader.of(store);
        written.addAll(new Writer(after).append(OTHER, "third"));
        Watermark held = store.watermark();
        assertThat(reader.catchUp()).as("held through the crash").isEqualTo(1);
        assertThat(held.holder())
            .satisfies(holder -> assertThat(holder.name()).isEqualTo("prepared transaction 'e6'"));
        assertThat(held.head().value()).as("the sequence has jumped").isGreaterThan(10);

        postgres.run("commit prepared 'e6'");

        assertThat(reader.catchUp()).isEqualTo(3);
        assertThat(History.check(written, reader.seen())).isEqualTo(History.FLAWLESS);
      }
    }
  }

  /** Appends and leaves the transaction prepared, as a coordinator that died. */
  private static List<UUID> prepare(Container container, Writer writer) {
    return container
        .get(UnitOfWork.class)
        .get(
            () -> {
              List<UUID> ids = writer.appendHere(PREPARED, "prepared");
              container.entities().unwrap(Session.class).doWork(CrashedDatabaseTest::prepare);
              return ids;
            });
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("prepare transaction 'e6'");
    }
  }
}
