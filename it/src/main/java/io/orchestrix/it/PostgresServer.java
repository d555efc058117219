package io.orchestrix.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A PostgreSQL that keeps its promises (fsync) and its data, so that it can be stopped and started.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String NAME = "orchestrix";

  private final Path data;
  private final int port = FreePort.find();
  private EmbeddedPostgres postgres;

  /** Starts it with an empty database; the folder is emptied. */
  public PostgresServer(Path data) {
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

  /** How many sessions the server has that calls itself so in {@code db.application}. */
  public int sessions(String application) {
    return count("pg_stat_activity where application_name = '" + application + "'");
  }

  /** How many of its sessions have written, hold their locks and wait for the server. */
  public int openWrites(String application) {
    return count(
        "pg_stat_activity where application_name = '"
            + application
            + "' and state = 'idle in transaction' and backend_xid is not null");
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

  /** What a query answers with: the columns of each row as text, with a comma between them. */
  public List<String> rows(String query) {
    try (var connection = postgres.getDatabase("postgres", NAME).getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (answer.next()) {
        var row = new StringJoiner(",");
        for (var i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          row.add(answer.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A fast shutdown: sessions are told, their transactions are rolled back. */
  public void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL for the postmaster and its children: nobody is told, the next start recovers. */
  public void kill() {
    var postmaster = postmaster();
    var children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    Stream.concat(Stream.of(postmaster), children.stream())
        .forEach(process -> process.onExit().join());
    stop(); // the library's handle, which nothing is behind any more
  }

  /** Ends one session that is at work, as an administrator or a time-out does. */
  public void endSomeSession() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + NAME
            + "' and state <> 'idle' order by random() limit 1");
  }

  /**
   * Lets every commit happen but not return, as if the answer took a while on its way: from now on
   * they wait for a standby server that there is not.
   */
  public void holdCommitsBack() {
    execute("alter system set synchronous_standby_names = 'nobody'");
    execute("select pg_reload_conf()");
  }

  /** Lets commits return again, also those that wait. */
  public void letCommitsReturn() {
    execute("alter system reset synchronous_standby_names");
    execute("select pg_reload_conf()");
  }

  /** How many commits have happened and not returned. */
  public int commitsHeldBack() {
    return count("pg_stat_activity where wait_event = 'SyncRep'");
  }

  private void execute(String sql) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again after {@link #stop()} or {@link #kill()}: same port, same data. */
  public void start() {
    postgres = launch();
  }

  @Override
  public void close() {
    stop();
  }

  /** The library knows only the command that started it. */
  private ProcessHandle postmaster() {
    try {
      var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
      return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
