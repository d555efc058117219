package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditFilter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statement that finds a page, and its parameters. Used by one thread. */
final class PageStatement {

  /** An id is made beside the time of its entry, by a clock that may have been set back. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final StringBuilder sql;
  private final List<Object> parameters = new ArrayList<>();

  PageStatement(String table, AuditFilter filter, @Nullable UUID before, int atMost) {
    sql = new StringBuilder("select %s from %s where true".formatted(EntryColumns.NAMES, table));
    and("actor = ?", filter.actor());
    and("what = ?", filter.what());
    and("target = ?", filter.target());
    literal("kind", filter.kind());
    literal("outcome", filter.outcome());
    and("correlation_id = ?", filter.correlationId());
    from(filter.from());
    until(filter.until());
    and("id < ?", before);
    sql.append(" order by id desc limit ?");
    parameters.add(atMost);
  }

  private void and(String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      parameters.add(value);
    }
  }

  /** Not as a parameter, so that partial indexes are seen to fit. */
  private void literal(String column, @Nullable Enum<?> value) {
    if (value != null) {
      sql.append(" and %s = '%s'".formatted(column, value.name()));
    }
  }

  /** The ids, which are ordered by time, say where to look, and the time what is meant. */
  private void from(@Nullable Instant from) {
    if (from != null) {
      Instant time = bounded(from);
      and("id >= ?", lowest(time.minus(MARGIN)));
      and("written_at >= ?", time.atOffset(ZoneOffset.UTC));
    }
  }

  private void until(@Nullable Instant until) {
    if (until != null) {
      Instant time = bounded(until);
      and("id < ?", lowest(time.plus(MARGIN)));
      and("written_at < ?", time.atOffset(ZoneOffset.UTC));
    }
  }

  /** Databases and ids do not know all times that there are. */
  private static Instant bounded(Instant time) {
    Instant least = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    return least.isAfter(LAST) ? LAST : least;
  }

  /** Lower than all ids of that millisecond, higher than those before. */
  private static UUID lowest(Instant time) {
    return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
  }

  String sql() {
    return sql.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
