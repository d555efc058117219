package io.orchestrix.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends to PostgreSQL, in the same order: change it when the library changes. The
 * logger {@code org.hibernate.SQL} shows what that is.
 */
record RawStatements(Connection connection) {

  static final int PAGE = 500;

  private static final String LOCK =
      "select lock_version, version from orx_stream where id = ? for no key update";
  private static final String INSERT_STREAM =
      "insert into orx_stream (id, category, version, lock_version, created_at, changed_at)"
          + " values (?, 'account', ?, 0, ?, ?) on conflict (id) do nothing";
  private static final String GROW_STREAM =
      "update orx_stream set lock_version = ?, version = ?, changed_at = ?"
          + " where id = ? and lock_version = ?";
  private static final String FENCE =
      """
      select case when current_setting('orchestrix.fence_' || 'orx_position'::regclass::oid, true)
        = 'held' then 'held' else
        pg_advisory_xact_lock_shared((('orx_position'::regclass::oid::bigint & 65535) << 48)
          | (select case when is_called then last_value else last_value - 1 end from orx_position)
        )::text || set_config('orchestrix.fence_' || 'orx_position'::regclass::oid, 'held', true)
      end
      """;
  private static final String POSITIONS =
      "select nextval('orx_position'::regclass) from generate_series(1, ?) order by 1";
  private static final String INSERT_EVENT =
      "insert into orx_event (position, stream_id, version, event_id, type, source, subject,"
          + " occurred_at, correlation_id, causation_id, traceparent, payload)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COLUMNS =
      "select position, stream_id, version, event_id, type, source, subject, occurred_at,"
          + " correlation_id, causation_id, traceparent, payload from orx_event";
  private static final String OF_STREAM =
      COLUMNS + " where stream_id = ? and version > ? order by version fetch first ? rows only";
  private static final String OF_ALL =
      COLUMNS + " where position > ? and position <= ? order by position fetch first ? rows only";
  private static final String ISOLATION = "select current_setting('transaction_isolation')";
  private static final String LAST =
      "select case when is_called then last_value else last_value - 1 end from orx_position";
  private static final String LOWEST =
      """
      select min(((classid::bigint & 65535) << 32) | objid::bigint) from pg_locks
       where locktype = 'advisory' and objsubid = 1
         and (classid::bigint >> 16) = ('orx_position'::regclass::oid::bigint & 65535)
         and database = (select oid from pg_database where datname = current_database())
      """;

  /** Appends to a stream of {@code before} events, new if there are none. */
  void append(String stream, long before, List<RawEvent> events) throws SQLException {
    growStream(stream, before, before + events.size());
    rows(FENCE, ResultSet::next);
    List<Long> positions = rows(POSITIONS, RawStatements::longs, events.size());
    try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
      for (int i = 0; i < events.size(); i++) {
        bind(insert, events.get(i).columns(positions.get(i), stream, before + i + 1));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void growStream(String stream, long before, long after) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    List<Long> lock = rows(LOCK, RawStatements::longs, stream);
    int changed =
        lock.isEmpty()
            ? update(INSERT_STREAM, stream, after, now, now)
            : update(GROW_STREAM, lock.get(0) + 1, after, now, stream, lock.get(0));
    if (changed != 1 || lock.isEmpty() != (before == 0)) {
      throw new IllegalStateException("Somebody else has appended to " + stream);
    }
  }

  /** A page of a stream; a short one is the last. */
  List<RawEvent> ofStream(String stream, long afterVersion) throws SQLException {
    return rows(OF_STREAM, RawEvent::all, stream, afterVersion, PAGE);
  }

  /** A page of all; a short one is the last. */
  List<RawEvent> ofAll(long afterPosition) throws SQLException {
    rows(ISOLATION, ResultSet::next);
    long last = rows(LAST, RawStatements::longs).get(0);
    List<Long> lowest = rows(LOWEST, RawStatements::longs);
    long watermark = lowest.isEmpty() ? last : Math.min(last, lowest.get(0));
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
