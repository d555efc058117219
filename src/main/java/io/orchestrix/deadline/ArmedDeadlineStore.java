package io.orchestrix.deadline;

import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the node of this process when something is to be tried, once it is committed. It stands
 * between all others and the store, which are there before the node. Thread-safe.
 */
public final class ArmedDeadlineStore implements DeadlineStore {

  private final DeadlineStore store;
  private final UnitOfWork unitOfWork;
  private volatile BiConsumer<String, Instant> alarm = (handler, time) -> {};

  /**
   * @param unitOfWork in what the store takes part
   */
  public ArmedDeadlineStore(DeadlineStore store, UnitOfWork unitOfWork) {
    this.store = store;
    this.unitOfWork = unitOfWork;
  }

  /**
   * From now on tells {@code alarm}.
   *
   * @param alarm is told the name of a handler, and when something of it is to be tried
   */
  public void arms(BiConsumer<String, Instant> alarm) {
    this.alarm = alarm;
  }

  @Override
  public void put(Collection<Deadline> deadlines) {
    unitOfWork.run(
        () -> {
          store.put(deadlines);
          armFor(deadlines);
        });
  }

  @Override
  public void putWithoutWaiting(Collection<Deadline> deadlines) {
    unitOfWork.run(
        () -> {
          store.putWithoutWaiting(deadlines);
          armFor(deadlines);
        });
  }

  @Override
  public boolean change(Deadline deadline) {
    return unitOfWork.get(
        () -> {
          boolean isThere = store.change(deadline);
          if (isThere) {
            armFor(List.of(deadline));
          }
          return isThere;
        });
  }

  private void armFor(Collection<Deadline> deadlines) {
    Map<String, Instant> earliest = new HashMap<>();
    for (Deadline deadline : deadlines) {
      Instant time = deadline.tryAt();
      if (time != null) {
        earliest.merge(
            deadline.key().handler(), time, (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    if (!earliest.isEmpty()) {
      unitOfWork.afterEnd( // behind the store, which is there first
          end -> {
            if (end == End.COMMITTED) {
              earliest.forEach(alarm);
            }
          });
    }
  }

  @Override
  public boolean remove(DeadlineKey key) {
    return store.remove(key);
  }

  @Override
  public Optional<Deadline> find(DeadlineKey key) {
    return store.find(key);
  }

  @Override
  public List<Deadline> claim(String handler, Instant now, int atMost) {
    return store.claim(handler, now, atMost);
  }

  @Override
  public boolean reclaim(Deadline known) {
    return store.reclaim(known);
  }

  @Override
  public void fired(Collection<Deadline> deadlines) {
    store.fired(deadlines);
  }

  @Override
  public Map<String, Instant> next(Collection<String> handlers) {
    return store.next(handlers);
  }

  @Override
  public List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost) {
    return store.page(handler, state, after, atMost);
  }

  @Override
  public long count(boolean isStopped) {
    return store.count(isStopped);
  }

  @Override
  public long countDue(Collection<String> handlers, Instant now) {
    return store.countDue(handlers, now);
  }
}
