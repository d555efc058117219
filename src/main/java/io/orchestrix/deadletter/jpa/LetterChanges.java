package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The statements that change {@code orx_dead_letter}. */
final class LetterChanges {

  private static final String INSERT =
      """
      insert into %s (%s, subscription, position, %s)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update %s set sequence_key = ?, state = ?, attempts = ?, failure_code = ?, failure_class = ?,
        failure_message = ?, failure_stack = ?, edited_payload = ?, parked_at = ?, changed_at = ?,
        changes = ?
      where subscription = ? and position = ? and changes = ?
      """;

  private static final String QUEUE =
      """
      merge into %s as t using (values (
          cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar),
          cast(? as bigint), cast(? as varchar), cast(? as integer),
          cast(? as timestamp with time zone)))
        as n (subscription, position, sequence_key, stream_id, version, type, revision, queued_at)
      on t.subscription = n.subscription and t.position = n.position
      when matched and t.state in ('HANDLED', 'DISCARDED') then
        update set state = 'WAITING', sequence_key = n.sequence_key, attempts = 0,
          failure_code = null, failure_class = null, failure_message = null, failure_stack = null,
          parked_at = n.queued_at, changed_at = n.queued_at, changes = t.changes + 1
      when not matched then
        insert (subscription, position, sequence_key, stream_id, version, type, revision, state,
          attempts, parked_at, changed_at, changes)
        values (n.subscription, n.position, n.sequence_key, n.stream_id, n.version, n.type,
          n.revision, 'WAITING', 0, n.queued_at, n.queued_at, 1)
      """;

  private static final String BEHIND =
      " where subscription = ? and position > ? and state in " + LetterQueries.OPEN;

  private final EntityManager entities;
  private final String insert;
  private final String update;
  private final String queue;
  private final String lock;
  private final String discard;
  private final String delete;

  LetterChanges(EntityManager entities, String table) {
    this.entities = entities;
    this.insert = INSERT.formatted(table, LetterRow.CHANGED, LetterRow.FIXED);
    this.update = UPDATE.formatted(table);
    this.queue = QUEUE.formatted(table);
    this.lock = "select position from " + table + BEHIND + " order by position for update";
    this.discard =
        "update "
            + table
            + " set state = 'DISCARDED', changed_at = ?, changes = changes + 1"
            + BEHIND;
    this.delete = "delete from " + table + " where subscription = ?";
  }

  void insert(DeadLetter letter) {
    Jdbc.update(
        entities,
        insert,
        statement -> {
          LetterRow.bind(statement, letter);
          LetterRow.bind(statement, LetterRow.CHANGED_COLUMNS + 1, letter.id());
          LetterRow.bind(statement, LetterRow.CHANGED_COLUMNS + 3, letter.subject());
        });
  }

  /** Whether the letter was as it had been read; whoever changes it is waited for. */
  boolean update(DeadLetter before, DeadLetter after) {
    return Jdbc.update(
            entities,
            update,
            statement -> {
              LetterRow.bind(statement, after);
              LetterRow.bind(statement, LetterRow.CHANGED_COLUMNS + 1, after.id());
              statement.setLong(LetterRow.CHANGED_COLUMNS + 3, before.changes());
            })
        == 1;
  }

  void queue(Collection<DeadLetterSubject> subjects, Instant now) {
    Jdbc.batch(
        entities,
        queue,
        List.copyOf(subjects),
        (statement, subject) -> {
          LetterRow.bind(statement, 1, subject.id());
          statement.setString(3, subject.sequence());
          LetterRow.bind(statement, 4, subject);
          statement.setObject(8, LetterRow.time(now));
        });
  }

  /** Keeps people from changing the open letters behind a position; tells how many there are. */
  int lockBehind(String subscription, GlobalPosition after) {
    return Jdbc.list(
            entities,
            lock,
            statement -> {
              statement.setString(1, subscription);
              statement.setLong(2, after.value());
            },
            row -> row.getLong(1))
        .size();
  }

  void discardBehind(String subscription, GlobalPosition after, Instant now) {
    Jdbc.update(
        entities,
        discard,
        statement -> {
          statement.setObject(1, LetterRow.time(now));
          statement.setString(2, subscription);
          statement.setLong(3, after.value());
        });
  }

  void delete(String subscription) {
    Jdbc.update(entities, delete, statement -> statement.setString(1, subscription));
  }
}
