package io.orchestrix.projection.inmemory;

import io.orchestrix.projection.ReadModelState;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Versions of read models in memory. A change is seen at once, and undone when its unit of work
 * does not commit; until that ends nobody else changes them. Thread-safe.
 */
public final class InMemoryReadModelStore implements ReadModelStore {

  private final UnitOfWork unitOfWork;
  private final Map<String, ReadModelState> states = new ConcurrentSkipListMap<>();

  /** The units of work that have changed some and have not ended. */
  private final Map<String, Object> changing = new HashMap<>();

  /**
   * @param unitOfWork in what it takes part
   */
  public InMemoryReadModelStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void add(ReadModelState first) {
    states.putIfAbsent(first.projection(), first);
  }

  @Override
  public Optional<ReadModelState> find(String projection) {
    return Optional.ofNullable(states.get(projection));
  }

  @Override
  public List<ReadModelState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public boolean change(ReadModelState before, ReadModelState after) {
    return unitOfWork.get(() -> change(before, after, unitOfWork.key()));
  }

  private synchronized boolean change(ReadModelState before, ReadModelState after, Object key) {
    String projection = before.projection();
    Object other = changing.get(projection);
    if ((other != null && !other.equals(key)) || !states.replace(projection, before, after)) {
      return false;
    }
    if (other == null) {
      changing.put(projection, key);
      unitOfWork.afterEnd(end -> ended(before, end));
    }
    return true;
  }

  private synchronized void ended(ReadModelState before, End end) {
    changing.remove(before.projection());
    if (end == End.NOT_COMMITTED) {
      states.put(before.projection(), before);
    }
  }
}
