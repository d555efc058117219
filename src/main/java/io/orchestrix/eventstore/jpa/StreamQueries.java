package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists streams, page by page. */
final class StreamQueries {

  private final EntityManager entities;
  private final String select;

  StreamQueries(EntityManager entities, String schema) {
    this.entities = entities;
    this.select =
        "select id, version, head, state, created_at, changed_at from \"%s\".orx_stream where id > ?"
            .formatted(schema);
  }

  List<StreamInfo> page(StreamQuery query, @Nullable StreamId after, int atMost) {
    StringBuilder sql = new StringBuilder(select);
    List<Object> parameters = new ArrayList<>();
    parameters.add(after == null ? "" : after.toString());
    String category = query.category();
    if (category != null) {
      sql.append(" and category = ? and id > ? and id < ?"); // the index is that of the ids
      parameters.add(category);
      parameters.add(category + "/");
      parameters.add(category + "0"); // what follows / in the order of characters
    }
    if (!query.text().isEmpty()) {
      sql.append(" and position(cast(? as varchar) in id) > 0");
      parameters.add(query.text());
    }
    StreamState state = query.state();
    if (state != null) {
      sql.append(" and state = ?");
      parameters.add(state.name());
    }
    sql.append(" order by id fetch first ? rows only");
    parameters.add(atMost);
    return Jdbc.list(
        entities,
        sql.toString(),
        statement -> EventQueries.bind(statement, parameters),
        StreamQueries::info);
  }

  private static StreamInfo info(ResultSet row) throws SQLException {
    return new StreamInfo(
        StreamId.parse(row.getString(1)),
        row.getLong(2),
        row.getObject(3, UUID.class),
        StreamState.valueOf(row.getString(4)),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
