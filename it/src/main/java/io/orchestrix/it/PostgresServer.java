package io.orchestrix.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * A PostgreSQL that keeps its promises (fsync) and its data, so that it can be stopped and started.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String NAME = "orchestrix";

  private final Path data;
  private final int port = FreePort.find();
  private EmbeddedPostgres postgres;

  PostgresServer(Path data) {
    this.data = data.toAbsolutePath().normalize();
    try {
      FileTree.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = launch();
    createDatabase();
  }

  /** What a server needs to use this database as an ordinary user. */
  public Map<String, String> settings() {
    return Map.of(
        "db.kind",
        "postgresql",
        "db.host",
        "localhost",
        "db.port",
        String.valueOf(port),
        "db.name",
        NAME,
        "db.user",
        NAME,
        "db.password",
        NAME);
  }

  /** How many connections have a transaction or a statement that has not ended. */
  public int busyConnections() {
    return count("pg_stat_activity where usename = '" + NAME + "' and state <> 'idle'");
  }

  /** How many rows there are, in {@code "schema.table where ..."}. */
  public int count(String rows) {
    try (var connection = postgres.getDatabase("postgres", NAME).getConnection();
        var statement = connection.createStatement();
        var count = statement.executeQuery("select count(*) from " + rows)) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    postgres = launch();
  }

  @Override
  public void close() {
    stop();
  }

  /** The library's defaults are for tests that may forget: without fsync and without full pages. */
  private EmbeddedPostgres launch() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setServerConfig("listen_addresses", "localhost")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createDatabase() {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        try (var value = statement.executeQuery("show " + setting)) {
          if (!value.next() || !value.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is off");
          }
        }
      }
      statement.execute("create role " + NAME + " login password '" + NAME + "'");
      statement.execute("create database " + NAME + " owner " + NAME);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
