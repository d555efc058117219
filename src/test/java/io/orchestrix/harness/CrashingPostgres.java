package io.orchestrix.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A PostgreSQL of its own that keeps what it has promised, is killed, and comes back. */
public final class CrashingPostgres implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;

  private CrashingPostgres(Path data) throws IOException {
    this.data = data;
    this.server = configured().start();
  }

  /** Starts it with its files in {@code data}. */
  public static CrashingPostgres start(Path data) throws IOException {
    return new CrashingPostgres(data.resolve("postgres"));
  }

  private EmbeddedPostgres boot(int port) throws IOException {
    return configured().setPort(port).start();
  }

  private EmbeddedPostgres.Builder configured() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("max_prepared_transactions", "10")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  /** Where it is now. */
  public TestDatabase database() {
    return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  /** Kills it and starts it again, at the same port. */
  public void crash() throws IOException {
    int port = server.getPort();
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    server.close(); // gives the directory free; there is nothing left to stop
    server =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .ignoreExceptions() // its last children still hold the shared memory
            .until(() -> boot(port), booted -> true);
  }

  /** Runs a statement. */
  public void run(String sql) throws SQLException {
    TestDatabase at = database();
    try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
