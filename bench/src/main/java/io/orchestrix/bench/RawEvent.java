package io.orchestrix.bench;

import io.orchestrix.message.Metadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the events.
 *
 * @param position 0 before it is known
 * @param version 0 before it is known
 */
record RawEvent(long position, long version, Metadata metadata, String payload) {

  static List<RawEvent> all(ResultSet rows) throws SQLException {
    List<RawEvent> events = new ArrayList<>();
    while (rows.next()) {
      events.add(of(rows));
    }
    return events;
  }

  private static RawEvent of(ResultSet row) throws SQLException {
    return new RawEvent(
        row.getLong(1),
        row.getLong(3),
        new Metadata(
            row.getObject(4, UUID.class),
            row.getString(5),
            row.getString(7),
            row.getString(8),
            row.getObject(9, OffsetDateTime.class).toInstant(),
            row.getObject(10, UUID.class),
            row.getObject(11, UUID.class),
            row.getString(12)),
        row.getString(13));
  }

  /** The columns in their order. */
  @Nullable Object[] columns(String stream, long version) {
    return new @Nullable Object[] {
      stream,
      version,
      metadata.id(),
      metadata.type(),
      1,
      metadata.source(),
      metadata.subject(),
      metadata.time().atOffset(ZoneOffset.UTC),
      metadata.correlationId(),
      metadata.causationId(),
      metadata.traceparent(),
      payload
    };
  }
}
