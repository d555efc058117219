package io.orchestrix.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.orchestrix.harness.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one database of all contestants. It writes to disk what it acknowledges. */
record Postgres(EmbeddedPostgres server) implements AutoCloseable {

  private static final List<String> TELLING =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_wal_size");

  static Postgres start() throws IOException, SQLException {
    Postgres postgres =
        new Postgres(
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .start());
    Map<String, String> settings = postgres.settings();
    if (!"on".equals(settings.get("fsync")) || !"on".equals(settings.get("synchronous_commit"))) {
      throw new IllegalStateException("A database that may lose commits: " + settings);
    }
    return postgres;
  }

  Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Connection connection = connect("public");
        Statement statement = connection.createStatement()) {
      for (String name : TELLING) {
        try (ResultSet rows = statement.executeQuery("show " + name)) {
          rows.next();
          settings.put(name, rows.getString(1));
        }
      }
    }
    return settings;
  }

  /** Batches reach the server as one statement: good for whoever sends some. */
  String url() {
    return "jdbc:postgresql://localhost:%d/postgres?reWriteBatchedInserts=true"
        .formatted(server.getPort());
  }

  TestDatabase database() {
    return new TestDatabase(url(), "postgres", "postgres");
  }

  Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(url() + "&currentSchema=" + schema, "postgres", "");
  }

  /** A pool as large as the one of the harness, without JTA. */
  AgroalDataSource pool(String schema) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(50)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .autoCommit(false)
                                    .jdbcUrl(url() + "&user=postgres&currentSchema=" + schema))));
  }

  /** Before tables are filled: what is filled later is not written once more when it changes. */
  void checkpoint() throws SQLException {
    execute("checkpoint");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect("public");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
