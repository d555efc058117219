package io.orchestrix.eventstore.jpa;

import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fence, draws positions and inserts events: one statement for any number of them.
 *
 * <p>Each step needs what the one before gives, so PostgreSQL cannot do them in another order: the
 * last value is the key of the lock, no row comes before the lock is held, and a position is drawn
 * for a row.
 */
final class FencedInsert {

  private static final String ROW =
      "cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as uuid), cast(? as varchar),"
          + " cast(? as integer), cast(? as varchar), cast(? as varchar), cast(? as timestamptz),"
          + " cast(? as uuid), cast(? as uuid), cast(? as varchar), cast(? as text)";

  private static final String[] TYPES = {
    "varchar",
    "varchar",
    "int8",
    "uuid",
    "varchar",
    "int4",
    "varchar",
    "varchar",
    "timestamptz",
    "uuid",
    "uuid",
    "varchar",
    "text"
  };

  private static final List<Function<NewRow, @Nullable Object>> COLUMNS =
      List.of(
          row -> row.stream().toString(),
          row -> row.stream().category(),
          NewRow::version,
          row -> row.metadata().id(),
          row -> row.payload().type(),
          row -> row.payload().revision(),
          row -> row.metadata().source(),
          row -> row.metadata().subject(),
          row -> row.metadata().time().atOffset(ZoneOffset.UTC),
          row -> row.metadata().correlationId(),
          row -> row.metadata().causationId(),
          row -> row.metadata().traceparent(),
          row -> row.payload().json());

  private final String one;
  private final String many;

  FencedInsert(String schema, String sequence, String namespace, String lastValue) {
    // a transaction-local setting remembers the lock: one key for a transaction, however many
    // appends
    String marker = "'orchestrix.fence_' || cast(" + sequence + " as oid)";
    String frame =
        """
        with fence as materialized (
          select case when current_setting(%1$s, true) = 'held' then 'held' else
            cast(pg_advisory_xact_lock_shared((%2$s << 48) | (%3$s)) as text)
              || set_config(%1$s, 'held', true) end as held)
        insert into "%4$s".orx_event (position, stream_id, category, version, event_id, type,
          revision, source, subject, occurred_at, correlation_id, causation_id, traceparent, payload)
        select nextval(%5$s), e.c1, e.c2, e.c3, e.c4, e.c5, e.c6, e.c7, e.c8, e.c9, e.c10, e.c11,
          e.c12, e.c13
          from fence, %6$s where fence.held is not null%7$s
        returning position
        """;
    String columns = "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13";
    this.one =
        frame.formatted(
            marker,
            namespace,
            lastValue,
            schema,
            sequence,
            "(values (%s)) as e(%s)".formatted(ROW, columns),
            "");
    this.many =
        frame.formatted(
            marker,
            namespace,
            lastValue,
            schema,
            sequence,
            "unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as e(%s, place)"
                .formatted(columns),
            " order by e.place");
  }

  long[] run(EntityManager entities, List<NewRow> events) {
    boolean single = events.size() == 1;
    List<Long> positions =
        Jdbc.list(
            entities,
            single ? one : many,
            statement -> {
              if (single) {
                bind(statement, events.get(0));
              } else {
                bind(statement, events);
              }
            },
            row -> row.getLong(1));
    return positions.stream().mapToLong(Long::longValue).toArray();
  }

  private static void bind(PreparedStatement statement, NewRow row) throws SQLException {
    for (int i = 0; i < TYPES.length; i++) {
      @Nullable Object value = COLUMNS.get(i).apply(row);
      if (value == null) {
        statement.setNull(i + 1, TYPES[i].equals("uuid") ? Types.OTHER : Types.VARCHAR);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static void bind(PreparedStatement statement, List<NewRow> rows) throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < TYPES.length; i++) {
      Object[] values = rows.stream().map(COLUMNS.get(i)).toArray();
      statement.setArray(i + 1, connection.createArrayOf(TYPES[i], values));
    }
  }
}
