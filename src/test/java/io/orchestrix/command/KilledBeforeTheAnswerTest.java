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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed between commit and answer, {@code -Dcrash.keys} times on each database; the
 * next one repeats the command by its key.
 */
class KilledBeforeTheAnswerTest {

  private static final int ROUNDS = Integer.getInteger("crash.keys", 2);

  @TempDir Path folder;

  @Test
  void on_postgresql_each_command_is_executed_once() throws Exception {
    check(TestDatabase.postgres());
  }

  @Test
  void on_h2_each_command_is_executed_once() throws Exception {
    check(
        new TestDatabase(
            "jdbc:h2:file:" + folder.resolve("once") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000",
            "sa",
            ""));
  }

  private void check(TestDatabase database) throws IOException, SQLException {
    List<Long> answers = new ArrayList<>();
    for (int number = 1; number <= ROUNDS + 1; number++) {
      answers.addAll(sendUntilKilled(database, number));
    }

    assertThat(answers)
        .as("the answers to the repetitions")
        .isEqualTo(LongStream.rangeClosed(1, ROUNDS).boxed().toList());
    assertThat(count(database, "orx_event")).as("events").isEqualTo(ROUNDS + 1);
    assertThat(count(database, "orx_idempotency")).as("keys").isEqualTo(ROUNDS + 1);
  }

  /** What was answered to the repetition. */
  private List<Long> sendUntilKilled(TestDatabase database, int number) throws IOException {
    Process process =
        Child.start(
            KilledSender.class,
            folder.resolve("error-" + number + ".log"),
            database.url(),
            database.user(),
            database.password(),
            "killed",
            String.valueOf(number));
    List<Long> answers = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals(KilledSender.COMMITTED)) {
        if (line.startsWith(KilledSender.ANSWERED)) {
          answers.add(Long.valueOf(line.substring(KilledSender.ANSWERED.length())));
        }
        line = said.readLine();
      }
      assertThat(line).as("process %d, see its log", number).isEqualTo(KilledSender.COMMITTED);
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly().onExit().join();
    }
    return answers;
  }

  private static long count(TestDatabase database, String table) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from \"killed\"." + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
