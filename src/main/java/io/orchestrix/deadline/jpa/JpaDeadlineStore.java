package io.orchestrix.deadline.jpa;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.DatabaseFailure;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps deadlines in the table {@code orx_deadline}. Thread-safe. */
public final class JpaDeadlineStore implements DeadlineStore {

  private final UnitOfWork unitOfWork;
  private final DeadlineQueries queries;
  private final DeadlineChanges changes;
  private final DeadlineClaims claims;

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaDeadlineStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    String table = "\"%s\".orx_deadline".formatted(schema);
    boolean isPostgres = unitOfWork.get(() -> Jdbc.isPostgres(entities));
    this.unitOfWork = unitOfWork;
    this.queries = new DeadlineQueries(entities, table);
    this.changes = new DeadlineChanges(entities, table, isPostgres);
    this.claims = new DeadlineClaims(entities, table, isPostgres);
  }

  @Override
  public void put(Collection<Deadline> deadlines) {
    NavigableMap<DeadlineKey, Deadline> inOrder = inOrder(deadlines);
    if (!inOrder.isEmpty()) {
      unitOfWork.run(() -> put(List.copyOf(inOrder.values())));
    }
  }

  @Override
  public void putWithoutWaiting(Collection<Deadline> deadlines) {
    NavigableMap<DeadlineKey, Deadline> inOrder = inOrder(deadlines);
    if (!inOrder.isEmpty()) {
      unitOfWork.run(
          () -> {
            claims.heldByOthers(inOrder.keySet()).forEach(inOrder::remove);
            put(List.copyOf(inOrder.values()));
          });
    }
  }

  private static NavigableMap<DeadlineKey, Deadline> inOrder(Collection<Deadline> deadlines) {
    NavigableMap<DeadlineKey, Deadline> inOrder = new TreeMap<>();
    deadlines.forEach(deadline -> inOrder.put(deadline.key(), deadline));
    return inOrder;
  }

  private void put(List<Deadline> deadlines) {
    try {
      changes.put(deadlines);
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) { // H2 does not wait for who inserts
        throw new ConflictException(e);
      }
      throw e;
    }
  }

  @Override
  public boolean remove(DeadlineKey key) {
    return unitOfWork.get(() -> changes.remove(key));
  }

  @Override
  public Optional<Deadline> find(DeadlineKey key) {
    return unitOfWork.get(() -> queries.find(key));
  }

  @Override
  public List<Deadline> claim(String handler, Instant now, int atMost) {
    if (!unitOfWork.isActive()) {
      throw new IllegalStateException("Deadlines are claimed for a unit of work.");
    }
    return claims.claim(handler, now, atMost);
  }

  @Override
  public boolean reclaim(Deadline known) {
    return claims.reclaim(known);
  }

  @Override
  public void fired(Collection<Deadline> deadlines) {
    if (!deadlines.isEmpty()) {
      unitOfWork.run(() -> changes.removeSame(List.copyOf(deadlines)));
    }
  }

  @Override
  public boolean change(Deadline deadline) {
    return unitOfWork.get(() -> changes.change(deadline));
  }

  @Override
  public Map<String, Instant> next(Collection<String> handlers) {
    return handlers.isEmpty()
        ? Map.of()
        : unitOfWork.get(() -> queries.next(List.copyOf(handlers)));
  }

  @Override
  public List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost) {
    return unitOfWork.get(() -> queries.page(handler, state, after, atMost));
  }

  @Override
  public long count(boolean isStopped) {
    return unitOfWork.get(() -> queries.count(isStopped));
  }

  @Override
  public long countDue(Collection<String> handlers, Instant now) {
    return handlers.isEmpty()
        ? 0
        : unitOfWork.get(() -> queries.countDue(List.copyOf(handlers), now));
  }
}
