package io.orchestrix.eventstore;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** A program that writes to an H2 file until it is killed, and says what was committed. */
final class H2Writers {

  /** Of a line that acknowledges a row: its id. */
  static final int LENGTH = 36;

  private static final int WRITERS = 8;
  private static final int STREAMS = 8;

  private H2Writers() {}

  public static void main(String[] arguments) {
    Semaphore turn = new Semaphore(1, true);
    for (int i = 0; i < WRITERS; i++) {
      new Thread(() -> write(Path.of(arguments[0]), turn)).start();
    }
  }

  /** As the servers do, but for the retention: a short one soon writes into freed space. */
  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=200",
        "sa",
        "");
  }

  static void createTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create table counter (id int primary key, n bigint)");
      statement.execute("create table event (n bigint primary key, id uuid unique, body varchar)");
      for (int stream = 0; stream < STREAMS; stream++) {
        statement.execute("insert into counter values (" + stream + ", 0)");
      }
    }
  }

  private static void write(Path file, Semaphore turn) {
    try (Connection connection = connect(file);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (true) {
        String id = UUID.randomUUID().toString();
        turn.acquire();
        try {
          int stream = ThreadLocalRandom.current().nextInt(STREAMS);
          statement.executeUpdate("update counter set n = n + 1 where id = " + stream);
          statement.executeUpdate(
              "insert into event select sum(n), '%s', '%s' from counter"
                  .formatted(id, "x".repeat(200)));
          connection.commit();
        } finally {
          turn.release();
        }
        acknowledge(id);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void acknowledge(String id) {
    PrintStream out = System.out;
    synchronized (out) {
      out.writeBytes((id + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }
}
