package io.orchestrix.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends to PostgreSQL, in the same order: change it when the library changes. The
 * logger {@code org.hibernate.SQL} shows what that is.
 */
record RawStatements(Connection connection) {

  static final int PAGE = 1_000;

  private static final String STREAM =
      "select lock_version, version, head, state, category, created_at, changed_at, id"
          + " from orx_stream where id = ?";
  private static final String INSERT_STREAM =
      "insert into orx_stream (id, category, version, lock_version, head, state, created_at,"
          + " changed_at) values (?, 'account', ?, 0, ?, 'ACTIVE', ?, ?) on conflict do nothing";
  private static final String GROW_STREAM =
      "update orx_stream set lock_version = ?, version = ?, head = ?, changed_at = ?,"
          + " category = 'account', created_at = ?, state = 'ACTIVE'"
          + " where id = ? and lock_version = ?";
  private static final String COLUMNS =
      "position, stream_id, version, event_id, type, revision, source, subject, occurred_at,"
          + " correlation_id, causation_id, traceparent, payload";
  private static final String INSERT_EVENTS =
      """
      with fence as materialized (
        select case when current_setting('orchestrix.fence_' || 'orx_position'::regclass::oid, true)
          = 'held' then 'held' else
          pg_advisory_xact_lock_shared((('orx_position'::regclass::oid::bigint & 65535) << 48)
            | coalesce(pg_sequence_last_value('orx_position'::regclass), 0)
          )::text || set_config('orchestrix.fence_' || 'orx_position'::regclass::oid, 'held', true)
        end as held)
      insert into orx_event (%s, category)
      select nextval('orx_position'::regclass), e.c1, e.c2, e.c3, e.c4, e.c5, e.c6, e.c7, e.c8,
        e.c9, e.c10, e.c11, e.c12, 'account'
        from fence, %s where fence.held is not null%s returning position
      """;
  private static final String[] TYPES = {
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
  private static final String NAMES = "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12";
  private static final String INSERT_ONE =
      INSERT_EVENTS.formatted(
          COLUMNS,
          "(values (%s)) as e(%s)".formatted("?::" + String.join(", ?::", TYPES), NAMES),
          "");
  private static final String INSERT_MANY =
      INSERT_EVENTS.formatted(
          COLUMNS,
          "unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as e(%s, place)"
              .formatted(NAMES),
          " order by e.place");
  private static final String OF_STREAM =
      "select "
          + COLUMNS
          + " from orx_event where stream_id = ? and version > ? order by version"
          + " fetch first ? rows only";
  private static final String OF_ALL =
      "select "
          + COLUMNS
          + " from orx_event where position > ? and position <= ? order by position"
          + " fetch first ? rows only";
  private static final String WATERMARK =
      """
      with head as materialized (
        select coalesce(pg_sequence_last_value('orx_position'::regclass), 0) as position, current_setting('transaction_isolation') as isolation)
      select least(head.position, (
        select min(((classid::bigint & 65535) << 32) | objid::bigint) from pg_locks
         where locktype = 'advisory' and objsubid = 1
           and (classid::bigint >> 16) = ('orx_position'::regclass::oid::bigint & 65535)
           and database = (select oid from pg_database where datname = current_database())
           and head.position is not null)) from head
      """;

  /** What is known of a stream; empty if there is none. */
  List<Long> stream(String stream) throws SQLException {
    return rows(STREAM, RawStatements::longs, stream);
  }

  /**
   * Appends to a stream of {@code before} events.
   *
   * @param lock its lock version; empty if it is new
   */
  void append(String stream, List<Long> lock, long before, List<RawEvent> events)
      throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    long after = before + events.size();
    UUID head = events.get(events.size() - 1).metadata().id();
    int changed =
        lock.isEmpty()
            ? update(INSERT_STREAM, stream, after, head, now, now)
            : update(GROW_STREAM, lock.get(0) + 1, after, head, now, now, stream, lock.get(0));
    if (changed != 1 || lock.isEmpty() != (before == 0)) {
      throw new IllegalStateException("Somebody else has appended to " + stream);
    }
    if (events.size() == 1) {
      rows(INSERT_ONE, RawStatements::longs, events.get(0).columns(stream, after));
    } else {
      insertMany(stream, before, events);
    }
  }

  private void insertMany(String stream, long before, List<RawEvent> events) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_MANY)) {
      for (int column = 0; column < TYPES.length; column++) {
        @Nullable Object[] values = new @Nullable Object[events.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = events.get(i).columns(stream, before + i + 1)[column];
        }
        insert.setArray(column + 1, connection.createArrayOf(TYPES[column], values));
      }
      insert.executeQuery().close();
    }
  }

  /** A page of a stream; a short one is the last. */
  List<RawEvent> ofStream(String stream, long afterVersion) throws SQLException {
    return rows(OF_STREAM, RawEvent::all, stream, afterVersion, PAGE);
  }

  /** A page of all; a short one is the last. */
  List<RawEvent> ofAll(long afterPosition) throws SQLException {
    long watermark = rows(WATERMARK, RawStatements::longs).get(0);
    return rows(OF_ALL, RawEvent::all, afterPosition, watermark, PAGE);
  }

  private interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private <T> T rows(String sql, Reading<T> reading, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return reading.of(rows);
      }
    }
  }

  private int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  /** The first column, without nulls. */
  private static List<Long> longs(ResultSet rows) throws SQLException {
    List<Long> found = new ArrayList<>();
    while (rows.next()) {
      long value = rows.getLong(1);
      if (!rows.wasNull()) {
        found.add(value);
      }
    }
    return found;
  }
}
