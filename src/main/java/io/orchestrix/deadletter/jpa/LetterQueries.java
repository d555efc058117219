package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements that read {@code orx_dead_letter}, but for pages. */
final class LetterQueries {

  /** As the index says it. */
  static final String OPEN = "('PARKED', 'WAITING', 'RETRYING')";

  private static final String RUNNABLE =
      """
      select %s from %s
      where subscription = ? and position > ? and state in ('WAITING', 'RETRYING') and position in
        (select min(position) from %s where subscription = ? and state in %s group by sequence_key)
      order by position fetch first ? rows only
      """;

  private static final String COUNTS =
      """
      select subscription, state, coalesce(failure_class, '') as failure, count(*) from %s
      %s
      group by subscription, state, coalesce(failure_class, '')
      order by subscription, state, failure
      """;

  private final EntityManager entities;
  private final String find;
  private final String next;
  private final String sequences;
  private final String runnable;
  private final String counts;
  private final String openCounts;

  LetterQueries(EntityManager entities, String table) {
    this.entities = entities;
    String select = "select " + LetterRow.ALL + " from " + table + " where subscription = ? and ";
    this.find = select + "position = ?";
    this.next =
        select
            + ("sequence_key = ? and state in " + OPEN)
            + " order by position fetch first 1 rows only";
    this.sequences =
        "select distinct sequence_key from %s where subscription = ? and state in %s"
            .formatted(table, OPEN);
    this.runnable = RUNNABLE.formatted(LetterRow.ALL, table, table, OPEN);
    this.counts = COUNTS.formatted(table, "");
    this.openCounts = COUNTS.formatted(table, "where state in " + OPEN);
  }

  Optional<DeadLetter> find(DeadLetterId id) {
    return Jdbc.list(entities, find, statement -> LetterRow.bind(statement, 1, id), LetterRow::read)
        .stream()
        .findFirst();
  }

  Optional<DeadLetter> next(String subscription, String sequence) {
    return Jdbc.list(
            entities,
            next,
            statement -> {
              statement.setString(1, subscription);
              statement.setString(2, sequence);
            },
            LetterRow::read)
        .stream()
        .findFirst();
  }

  Set<String> sequences(String subscription) {
    return new HashSet<>(
        Jdbc.list(
            entities,
            sequences,
            statement -> statement.setString(1, subscription),
            row -> row.getString(1)));
  }

  List<DeadLetter> runnable(String subscription, GlobalPosition after, int atMost) {
    return Jdbc.list(
        entities,
        runnable,
        statement -> {
          statement.setString(1, subscription);
          statement.setLong(2, after.value());
          statement.setString(3, subscription);
          statement.setInt(4, atMost);
        },
        LetterRow::read);
  }

  List<DeadLetterCount> counts() {
    return counts(counts);
  }

  List<DeadLetterCount> openCounts() {
    return counts(openCounts);
  }

  private List<DeadLetterCount> counts(String select) {
    return Jdbc.list(
        entities,
        select,
        statement -> {},
        row ->
            new DeadLetterCount(
                row.getString(1),
                DeadLetterState.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4)));
  }
}
