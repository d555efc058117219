package io.orchestrix.aggregate.inmemory;

import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.aggregate.SnapshotStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps snapshots in memory: beside an event store in memory, in the same units of work.
 *
 * <p>What a unit of work saves is its own until it commits, and is forgotten when it does not; so a
 * snapshot never shows events that were undone. Thread-safe.
 */
public final class InMemorySnapshotStore implements SnapshotStore {

  private final UnitOfWork unitOfWork;
  private final Map<StreamId, Snapshot> committed = new ConcurrentHashMap<>();

  /** By the key of the unit of work. */
  private final Map<Object, Map<StreamId, Snapshot>> open = new ConcurrentHashMap<>();

  /**
   * An empty store.
   *
   * @param unitOfWork in what it takes part
   */
  public InMemorySnapshotStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Snapshot> find(StreamId stream) {
    Map<StreamId, Snapshot> own = unitOfWork.isActive() ? open.get(unitOfWork.key()) : null;
    Snapshot saved = own == null ? null : own.get(stream);
    return Optional.ofNullable(saved == null ? committed.get(stream) : saved);
  }

  @Override
  public void save(Snapshot snapshot) {
    if (unitOfWork.isActive()) {
      own().put(snapshot.stream(), snapshot);
    } else {
      committed.put(snapshot.stream(), snapshot);
    }
  }

  private Map<StreamId, Snapshot> own() {
    Object key = unitOfWork.key();
    Map<StreamId, Snapshot> own = open.get(key);
    if (own == null) {
      own = new ConcurrentHashMap<>();
      open.put(key, own);
      try {
        unitOfWork.afterEnd(end -> end(key, end));
      } catch (RuntimeException | Error e) {
        open.remove(key);
        throw e;
      }
    }
    return own;
  }

  private void end(Object key, End end) {
    Map<StreamId, Snapshot> own = open.remove(key);
    if (own != null && end == End.COMMITTED) {
      own.values().forEach(this::keep);
    }
  }

  /** The newest: the unit of work that came next may have ended sooner. */
  private void keep(Snapshot snapshot) {
    committed.merge(
        snapshot.stream(), snapshot, (old, next) -> old.version() > next.version() ? old : next);
  }
}
