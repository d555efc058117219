package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads events, page by page; rows become values, so that the persistence context holds nothing.
 */
final class EventQueries {

  private final EntityManager entities;
  private final EventFormat format;
  private final String select;
  private final String hasTag;

  EventQueries(EntityManager entities, String schema, EventFormat format) {
    this.entities = entities;
    this.format = format;
    this.select =
        """
        select e.position, e.stream_id, e.version, e.event_id, e.type, e.revision, e.source,
          e.subject, e.occurred_at, e.correlation_id, e.causation_id, e.traceparent, e.payload
         from "%s".orx_event e where\
        """
            .formatted(schema);
    this.hasTag =
        " and e.position in (select t.position from \"%s\".orx_event_tag t where t.tag = ?)"
            .formatted(schema);
  }

  List<RecordedEvent> ofStream(StreamId stream, StreamRange range, int atMost) {
    Instant until = range.until();
    String sql =
        select
            + " e.stream_id = ? and e.version >= ? and e.version <= ?"
            + (until == null ? "" : " and e.occurred_at <= ?")
            + " order by e.version"
            + (range.isBackwards() ? " desc" : "")
            + " fetch first ? rows only";
    List<Object> parameters = new ArrayList<>(5);
    Collections.addAll(parameters, stream.toString(), range.first(), range.last());
    if (until != null) {
      parameters.add(until.atOffset(ZoneOffset.UTC));
    }
    parameters.add(atMost);
    return read(sql, parameters, stream);
  }

  List<RecordedEvent> ofAll(GlobalPosition after, long watermark, EventFilter filter, int atMost) {
    StringBuilder sql = new StringBuilder(select).append(" e.position > ? and e.position <= ?");
    List<Object> parameters = new ArrayList<>();
    Collections.addAll(parameters, after.value(), watermark);
    oneOf("e.type", filter.types(), sql, parameters);
    oneOf("e.category", filter.categories(), sql, parameters);
    UUID correlation = filter.correlationId();
    if (correlation != null) {
      sql.append(" and e.correlation_id = ?");
      parameters.add(correlation);
    }
    for (String tag : filter.tags()) {
      sql.append(hasTag);
      parameters.add(tag);
    }
    sql.append(" order by e.position fetch first ? rows only");
    parameters.add(atMost);
    return read(sql.toString(), parameters, null);
  }

  private static void oneOf(
      String column, Collection<String> values, StringBuilder sql, List<Object> parameters) {
    if (!values.isEmpty()) {
      sql.append(" and ").append(column).append(" in (");
      sql.append(String.join(", ", Collections.nCopies(values.size(), "?"))).append(")");
      parameters.addAll(values);
    }
  }

  private List<RecordedEvent> read(String sql, List<Object> parameters, @Nullable StreamId stream) {
    return Jdbc.list(
        entities, sql, statement -> bind(statement, parameters), row -> event(row, stream));
  }

  static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }

  private RecordedEvent event(ResultSet row, @Nullable StreamId known) throws SQLException {
    StreamId stream = known == null ? StreamId.parse(row.getString(2)) : known;
    GlobalPosition position = new GlobalPosition(row.getLong(1));
    Metadata metadata = metadata(row);
    int revision = row.getInt(6);
    StoredPayload payload = new StoredPayload(metadata.type(), revision, row.getString(13));
    return RecordedEvent.decodedLater(
        stream, row.getLong(3), position, metadata, revision, () -> format.decode(payload));
  }

  private static Metadata metadata(ResultSet row) throws SQLException {
    return new Metadata(
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getString(7),
        row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getObject(10, UUID.class),
        row.getObject(11, UUID.class),
        row.getString(12));
  }
}
