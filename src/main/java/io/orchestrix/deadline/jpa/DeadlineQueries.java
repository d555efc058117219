package io.orchestrix.deadline.jpa;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
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
            + " d where d.handler = h.name) from (values "
            + String.join(", ", Collections.nCopies(handlers.size(), "(cast(? as varchar(200)))"))
            + ") as h (name)",
        statement -> {
          for (int i = 0; i < handlers.size(); i++) {
            statement.setString(i + 1, handlers.get(i));
          }
        },
        row -> {
          Instant time = DeadlineRow.instant(row, 2);
          return time != null && next.put(row.getString(1), time) == null;
        });
    return next;
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
