package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.Child;
import io.orchestrix.harness.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that sends commands on four threads is killed: each event has its entry, and no more.
 */
class KilledBetweenEventAndEntryTest {

  private static final int ROUNDS = Integer.getInteger("crash.keys", 2);

  private final TestDatabase database = TestDatabase.postgres();
  private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");

  @TempDir Path folder;

  @Test
  void after_a_kill_each_event_has_its_entry_and_no_entry_is_without_one() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      sendUntilKilled(round);

      assertThat(number("select count(*) from %s.orx_event"))
          .isEqualTo((long) AuditedSender.THREADS * AuditedSender.EACH * round);
      assertThat(
              number(
                  "select count(*) from %1$s.orx_event e full join %1$s.orx_audit a"
                      + " on a.event_position = e.position and a.target = split_part(e.stream_id, '/', 2)"
                      + " where e.position is null or a.id is null"))
          .as("events without entry and entries without event")
          .isZero();
    }
  }

  private void sendUntilKilled(int round) throws IOException {
    Process process =
        Child.start(
            AuditedSender.class,
            folder.resolve("error-" + round + ".log"),
            database.url(),
            database.user(),
            database.password(),
            schema);
    try (BufferedReader said = process.inputReader()) {
      int held = 0;
      String line = said.readLine();
      while (line != null && held < AuditedSender.THREADS) {
        held += line.equals(AuditedSender.HELD) ? 1 : 0;
        line = held < AuditedSender.THREADS ? said.readLine() : line;
      }
      assertThat(held).as("held by process %d, see its log", round).isEqualTo(4);
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted("\"" + schema + "\""))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
