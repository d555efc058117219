package io.orchestrix.command.jpa;

import io.orchestrix.command.IdempotencyStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Remembers executions in the table {@code orx_idempotency}. Thread-safe. */
public final class JpaIdempotencyStore implements IdempotencyStore {

  private final EntityManager entities;
  private final UnitOfWork unitOfWork;
  private final KeysInUse keys;
  private final ExecutionRows rows;

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaIdempotencyStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.entities = entities;
    this.unitOfWork = unitOfWork;
    this.keys = new KeysInUse(unitOfWork);
    this.rows = new ExecutionRows(schema, unitOfWork.get(() -> Jdbc.isPostgres(entities)));
  }

  @Override
  public Optional<Execution> take(Owned key, String fingerprint, Instant now, Instant until) {
    keys.hold(key);
    return doing(
        connection ->
            rows.insert(connection, key, fingerprint, now, until)
                ? Optional.empty()
                : Optional.of(rows.find(connection, key)));
  }

  @Override
  public void answered(Owned key, String answer) {
    doing(connection -> rows.update(connection, key, answer));
  }

  @Override
  public int forget(Instant now, int atMost) {
    return unitOfWork.get(() -> doing(connection -> rows.delete(connection, now, atMost)));
  }

  private <T> T doing(ReturningWork<T> work) {
    return entities.unwrap(Session.class).doReturningWork(work);
  }
}
