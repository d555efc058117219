package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists letters, page by page. */
final class LetterPages {

  private static final String FIRST =
      """
       and position = (select min(o.position) from %s o where o.subscription = d.subscription
         and o.sequence_key = d.sequence_key and o.state in %s)
      """;

  private final EntityManager entities;
  private final String select;
  private final String first;

  LetterPages(EntityManager entities, String table) {
    this.entities = entities;
    this.select = "select " + LetterRow.ALL + " from " + table + " d where ";
    this.first = FIRST.formatted(table, LetterQueries.OPEN);
  }

  List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost) {
    StringBuilder sql = new StringBuilder(select);
    List<Object> parameters = new ArrayList<>();
    sql.append("(subscription, position) > (?, ?)");
    parameters.add(after == null ? "" : after.subscription());
    parameters.add(after == null ? 0L : after.position().value());
    add(sql, parameters, " and subscription = ?", query.subscription());
    add(sql, parameters, " and sequence_key = ?", query.sequence());
    add(sql, parameters, " and ? in (failure_class, failure_code)", query.failure());
    if (!query.states().isEmpty()) {
      sql.append(" and state in ").append(names(query.states()));
    }
    if (query.firstOnly()) {
      sql.append(first);
    }
    sql.append(" order by subscription, position fetch first ? rows only");
    parameters.add(atMost);
    return Jdbc.list(
        entities,
        sql.toString(),
        statement -> {
          for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
          }
        },
        LetterRow::read);
  }

  private static void add(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable String value) {
    if (value != null) {
      sql.append(condition);
      parameters.add(value);
    }
  }

  /** As literals, so that the index of the open ones fits. */
  private static String names(Set<DeadLetterState> states) {
    return states.stream()
        .map(state -> "'" + state + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
