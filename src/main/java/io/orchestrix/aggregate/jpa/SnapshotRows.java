package io.orchestrix.aggregate.jpa;

import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.eventstore.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The statements on {@code orx_snapshot}. */
final class SnapshotRows {

  private final String select;
  private final String update;
  private final String insert;

  SnapshotRows(String schema) {
    String table = "\"%s\".orx_snapshot".formatted(schema);
    this.select =
        "select version, head, fingerprint, state, created_at from %s where stream_id = ?"
            .formatted(table);
    this.update =
        "update %s set version = ?, head = ?, fingerprint = ?, state = ?, created_at = ? where stream_id = ?"
            .formatted(table);
    this.insert =
        "insert into %s (version, head, fingerprint, state, created_at, stream_id) values (?, ?, ?, ?, ?, ?)"
            .formatted(table);
  }

  Optional<Snapshot> find(Connection connection, StreamId stream) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, stream.toString());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(snapshot(stream, row)) : Optional.empty();
      }
    }
  }

  private static Snapshot snapshot(StreamId stream, ResultSet row) throws SQLException {
    return new Snapshot(
        stream,
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }

  /** No rival comes between: the transaction that has appended holds the row of the stream. */
  void save(Connection connection, Snapshot snapshot) throws SQLException {
    if (write(connection, update, snapshot) == 0) {
      write(connection, insert, snapshot);
    }
  }

  private static int write(Connection connection, String sql, Snapshot snapshot)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, snapshot.version());
      statement.setObject(2, snapshot.head());
      statement.setString(3, snapshot.fingerprint());
      statement.setString(4, snapshot.state());
      statement.setObject(5, snapshot.createdAt().atOffset(ZoneOffset.UTC));
      statement.setString(6, snapshot.stream().toString());
      return statement.executeUpdate();
    }
  }
}
