package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.message.GlobalPosition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of {@code orx_audit}, without the place, and what stands in them. */
final class EntryColumns {

  static final String NAMES =
      "id, written_at, kind, what, target, actor, origin, message_id, correlation_id,"
          + " causation_id, outcome, code, event_position, elapsed_us, reason";

  /** Placeholders with their types, as PostgreSQL needs them behind {@code select}. */
  static final String VALUES =
      "cast(? as uuid), cast(? as timestamp with time zone), cast(? as varchar),"
          + " cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
          + " cast(? as uuid), cast(? as uuid), cast(? as uuid), cast(? as varchar),"
          + " cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as varchar)";

  /** How many there are. */
  static final int COUNT = 15;

  private EntryColumns() {}

  static void bind(PreparedStatement statement, AuditEntry entry) throws SQLException {
    GlobalPosition position = entry.position();
    @Nullable Object[] values = {
      entry.id(),
      entry.time().atOffset(ZoneOffset.UTC),
      entry.kind().name(),
      entry.what(),
      entry.target(),
      entry.actor(),
      entry.origin(),
      entry.messageId(),
      entry.correlationId(),
      entry.causationId(),
      entry.outcome().name(),
      entry.code(),
      position == null ? null : position.value(),
      entry.elapsed().toNanos() / 1_000,
      entry.reason()
    };
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  static AuditEntry read(ResultSet row) throws SQLException {
    long position = row.getLong("event_position");
    GlobalPosition stored = row.wasNull() ? null : new GlobalPosition(position);
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        Kind.valueOf(row.getString("kind")),
        row.getString("what"),
        row.getString("target"),
        row.getString("actor"),
        row.getString("origin"),
        row.getObject("message_id", UUID.class),
        row.getObject("correlation_id", UUID.class),
        row.getObject("causation_id", UUID.class),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("code"),
        stored,
        Duration.of(row.getLong("elapsed_us"), ChronoUnit.MICROS),
        row.getString("reason"));
  }
}
