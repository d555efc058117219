package io.orchestrix.deadline.jpa;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.message.Origin;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code orx_deadline}. */
final class DeadlineRow {

  static final String ALL =
      "handler, key_value, id, due_at, try_at, payload, correlation_id, causation_id, traceparent,"
          + " caller, attempts, failure";

  static final String OF_KEY = " where handler = ? and key_value = ?";

  private DeadlineRow() {}

  static Deadline read(ResultSet row) throws SQLException {
    return new Deadline(
        new DeadlineKey(row.getString(1), row.getString(2)),
        row.getObject(3, UUID.class),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        instant(row, 5),
        row.getString(6),
        new Origin(row.getObject(7, UUID.class), row.getObject(8, UUID.class), row.getString(9)),
        row.getString(10),
        row.getInt(11),
        row.getString(12));
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static void bind(PreparedStatement statement, Deadline deadline) throws SQLException {
    key(statement, 1, deadline.key());
    statement.setObject(3, deadline.id());
    time(statement, 4, deadline.dueAt());
    time(statement, 5, deadline.tryAt());
    statement.setString(6, deadline.payload());
    statement.setObject(7, deadline.origin().correlationId());
    statement.setObject(8, deadline.origin().causationId());
    statement.setString(9, deadline.origin().traceparent());
    statement.setString(10, deadline.caller());
    statement.setInt(11, deadline.attempts());
    statement.setString(12, deadline.failure());
  }

  static void key(PreparedStatement statement, int from, DeadlineKey key) throws SQLException {
    statement.setString(from, key.handler());
    statement.setString(from + 1, key.value());
  }

  static void time(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    statement.setObject(
        index, time == null ? null : time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
