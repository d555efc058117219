package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetterAction;
import io.orchestrix.deadletter.DeadLetterChange;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterStep;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The statements on {@code orx_dead_letter_action}. */
final class ActionRows {

  private static final String INSERT =
      """
      insert into %s (subscription, position, place, acted_at, who, step, reason, payload_before,
        payload_after)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Before their letters are changed: the place is that of the change to come. */
  private static final String DISCARD =
      """
      insert into %s (subscription, position, place, acted_at, who, step, reason)
      select subscription, position, changes + 1, cast(? as timestamp with time zone), '',
        'DISCARD', cast(? as varchar)
      from %s where subscription = ? and position > ? and state in %s
      """;

  private static final String SELECT =
      """
      select acted_at, who, step, reason, payload_before, payload_after from %s
      where subscription = ? and position = ? order by place
      """;

  private final EntityManager entities;
  private final String insert;
  private final String discard;
  private final String select;
  private final String delete;

  ActionRows(EntityManager entities, String table, String letters) {
    this.entities = entities;
    this.insert = INSERT.formatted(table);
    this.discard = DISCARD.formatted(table, letters, LetterQueries.OPEN);
    this.select = SELECT.formatted(table);
    this.delete = "delete from " + table + " where subscription = ?";
  }

  /** Adds to the history of a letter that is locked by its own change. */
  void add(DeadLetterChange change) {
    DeadLetterAction action = change.action();
    Jdbc.update(
        entities,
        insert,
        statement -> {
          LetterRow.bind(statement, 1, change.after().id());
          statement.setLong(3, change.after().changes());
          statement.setObject(4, LetterRow.time(action.at()));
          statement.setString(5, action.who());
          statement.setString(6, action.step().name());
          statement.setString(7, action.reason());
          statement.setString(8, action.payloadBefore());
          statement.setString(9, action.payloadAfter());
        });
  }

  /** Adds one and the same to the histories of all open letters behind a position. */
  void addDiscards(String subscription, GlobalPosition after, DeadLetterAction discard) {
    Jdbc.update(
        entities,
        this.discard,
        statement -> {
          statement.setObject(1, LetterRow.time(discard.at()));
          statement.setString(2, discard.reason());
          statement.setString(3, subscription);
          statement.setLong(4, after.value());
        });
  }

  List<DeadLetterAction> of(DeadLetterId id) {
    return Jdbc.list(
        entities, select, statement -> LetterRow.bind(statement, 1, id), ActionRows::action);
  }

  private static DeadLetterAction action(ResultSet row) throws SQLException {
    return new DeadLetterAction(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getString(2),
        DeadLetterStep.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }

  void delete(String subscription) {
    Jdbc.update(entities, delete, statement -> statement.setString(1, subscription));
  }
}
