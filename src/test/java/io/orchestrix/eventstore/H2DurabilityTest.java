package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The H2 that we use keeps what it has acknowledged when its process is killed. Releases of it have
 * not: 2.5.252 writes a header that names the chunk before the last one.
 */
class H2DurabilityTest {

  private static final int ROUNDS = 5;

  @TempDir Path folder;

  @Test
  void what_h2_has_acknowledged_survives_a_kill() throws Exception {
    Path file = folder.resolve("killed");
    try (Connection connection = H2Writers.connect(file)) {
      H2Writers.createTables(connection);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      List<String> acknowledged = writeUntilKilled(file);
      assertThat(acknowledged).isNotEmpty();
      assertThat(stored(file)).as("round %d", round).containsAll(acknowledged);
    }
  }

  /** Starts writers in a process of their own, kills it and answers with what was acknowledged. */
  private static List<String> writeUntilKilled(Path file) throws IOException {
    Process process = Child.start(H2Writers.class, Path.of(file + ".log"), file.toString());
    int enough = 400 + ThreadLocalRandom.current().nextInt(400);
    List<String> lines = new ArrayList<>();
    try (BufferedReader acknowledged = process.inputReader()) {
      for (String line = acknowledged.readLine(); line != null; line = acknowledged.readLine()) {
        lines.add(line);
        if (lines.size() == enough) {
          process.toHandle().destroyForcibly(); // unlike the process, it leaves the stream open
        }
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    // the kill may have cut the last line off
    return lines.stream().filter(line -> line.length() == H2Writers.LENGTH).toList();
  }

  private static Set<String> stored(Path file) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = H2Writers.connect(file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from event")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }
}
