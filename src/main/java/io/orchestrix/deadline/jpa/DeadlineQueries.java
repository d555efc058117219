package io.orchestrix.deadline.jpa;

import static java.util.Collections.nCopies;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that read {@code orx_deadline}. */
final class DeadlineQueries {

  private final EntityManager entities;
  private final String table;
  private final String select;

  DeadlineQueries(EntityManager entities, String table) {
    this.entities = entities;
    this.table = table;
    this.select = "select " + DeadlineRow.ALL + " from " + table;
  }

  Optional<Deadline> find(DeadlineKey key) {
    return Jdbc.list(
            entities,
            select + DeadlineRow.OF_KEY,
            statement -> DeadlineRow.key(statement, 1, key),
            DeadlineRow::read)
        .stream()
        .findFirst();
  }

  /** One look into the index for each handler. */
  Map<String, Instant> next(List<String> handlers) {
    Map<String, Instant> next = new HashMap<>();
    Jdbc.list(
        entities,
        "select h.name, (select min(d.try_at) from "
            + table
            + " d where d.handler = h.name) from "
            + named(handlers),
        statement -> bind(statement, handlers),
        row -> {
          Instant time = DeadlineRow.instant(row, 2);
          return time != null && next.put(row.getString(1), time) == null;
        });
    return next;
  }

  /** Those that are not due are not looked at, however many wait. */
  long countDue(List<String> handlers, Instant now) {
    return Jdbc.list(
            entities,
            "select count(*) from "
                + named(handlers)
                + (" join " + table + " d on d.handler = h.name and d.try_at <= ?"),
            statement -> {
              bind(statement, handlers);
              DeadlineRow.time(statement, handlers.size() + 1, now);
            },
            row -> row.getLong(1))
        .get(0);
  }

  private static String named(List<String> handlers) {
    String each = "(cast(? as varchar(200)))";
    return "(values " + String.join(", ", nCopies(handlers.size(), each)) + ") as h (name)";
  }

  private static void bind(PreparedStatement statement, List<String> handlers) throws SQLException {
    for (int i = 0; i < handlers.size(); i++) {
      statement.setString(i + 1, handlers.get(i));
    }
  }

  List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost) {
    return Jdbc.list(
        entities,
        select
            + " where (handler, key_value) > (?, ?)"
            + (handler == null ? "" : " and handler = ?")
            + (state == null ? "" : " and " + condition(state))
            + " order by handler, key_value limit ?",
        statement -> {
          statement.setString(1, after == null ? "" : after.handler());
          statement.setString(2, after == null ? "" : after.value());
          if (handler != null) {
            statement.setString(3, handler);
          }
          statement.setInt(handler == null ? 3 : 4, atMost);
        },
        DeadlineRow::read);
  }

  private static String condition(DeadlineState state) {
    return switch (state) {
      case WAITING -> "try_at is not null and attempts = 0";
      case RETRYING -> "try_at is not null and attempts > 0";
      case GIVEN_UP -> "try_at is null";
    };
  }

  /** Of those that were given up there is a small index. */
  long count(boolean isStopped) {
    return Jdbc.list(
            entities,
            "select count(*) from " + table + (isStopped ? " where try_at is null" : ""),
            statement -> {},
            row -> row.getLong(1))
        .get(0);
  }
}
