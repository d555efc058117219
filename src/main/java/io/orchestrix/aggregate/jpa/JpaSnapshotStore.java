package io.orchestrix.aggregate.jpa;

import io.orchestrix.OrchestrixException;
import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.aggregate.SnapshotStore;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.unitofwork.DatabaseFailure;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Keeps snapshots in the table {@code orx_snapshot}. Where there is no transaction, each call is
 * one of its own, and its failure does nobody harm. Thread-safe.
 */
public final class JpaSnapshotStore implements SnapshotStore {

  private final EntityManager entities;
  private final SnapshotRows rows;
  private final UnitOfWork unitOfWork;

  /**
   * @param schema the database schema that holds the tables
   */
  public JpaSnapshotStore(StorePersistence persistence, String schema, UnitOfWork unitOfWork) {
    this.entities = persistence.entities();
    this.rows = new SnapshotRows(schema);
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Snapshot> find(StreamId stream) {
    return getting(
        "read the snapshot of " + stream,
        () -> session().doReturningWork(connection -> rows.find(connection, stream)));
  }

  @Override
  public void save(Snapshot snapshot) {
    getting(
        "write the snapshot of " + snapshot.stream(),
        () ->
            session()
                .doReturningWork(
                    connection -> {
                      rows.save(connection, snapshot);
                      return true;
                    }));
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }

  private <T> T getting(String what, Supplier<T> work) {
    boolean joins = unitOfWork.isActive();
    try {
      return unitOfWork.get(
          () -> {
            try {
              return work.get();
            } catch (PersistenceException e) {
              throw DatabaseFailure.explain(e)
                  .orElseGet(() -> StoreException.statementFailed(what, e));
            }
          });
    } catch (OrchestrixException e) {
      if (joins) {
        throw e;
      }
      throw new IllegalStateException("Tried to %s in vain.".formatted(what), e);
    }
  }
}
