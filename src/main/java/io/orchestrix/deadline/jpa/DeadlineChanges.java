package io.orchestrix.deadline.jpa;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The statements that change {@code orx_deadline}. */
final class DeadlineChanges {

  private static final String UPSERT =
      """
      insert into %s (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (handler, key_value) do update set
        id = excluded.id, due_at = excluded.due_at, try_at = excluded.try_at,
        payload = excluded.payload, correlation_id = excluded.correlation_id,
        causation_id = excluded.causation_id, traceparent = excluded.traceparent,
        caller = excluded.caller, attempts = excluded.attempts, failure = excluded.failure
      """;

  private static final String MERGE =
      "merge into %s (%s) key (handler, key_value) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final EntityManager entities;
  private final String put;
  private final String delete;
  private final String update;

  /**
   * @param upserts whether the database knows {@code on conflict}
   */
  DeadlineChanges(EntityManager entities, String table, boolean upserts) {
    this.entities = entities;
    this.put = (upserts ? UPSERT : MERGE).formatted(table, DeadlineRow.ALL);
    this.delete = "delete from " + table + DeadlineRow.OF_KEY;
    this.update =
        "update "
            + table
            + " set try_at = ?, attempts = ?, failure = ?"
            + DeadlineRow.OF_KEY
            + " and id = ?";
  }

  void put(List<Deadline> deadlines) {
    Jdbc.batch(entities, put, deadlines, DeadlineRow::bind);
  }

  boolean remove(DeadlineKey key) {
    return Jdbc.update(entities, delete, statement -> DeadlineRow.key(statement, 1, key)) == 1;
  }

  void removeSame(List<Deadline> deadlines) {
    Jdbc.batch(
        entities,
        delete + " and id = ?",
        deadlines,
        (statement, deadline) -> {
          DeadlineRow.key(statement, 1, deadline.key());
          statement.setObject(3, deadline.id());
        });
  }

  boolean change(Deadline deadline) {
    return Jdbc.update(
            entities,
            update,
            statement -> {
              DeadlineRow.time(statement, 1, deadline.tryAt());
              statement.setInt(2, deadline.attempts());
              statement.setString(3, deadline.failure());
              DeadlineRow.key(statement, 4, deadline.key());
              statement.setObject(6, deadline.id());
            })
        == 1;
  }
}
