package io.orchestrix.deadline.inmemory;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deadlines in memory. What a unit of work changes is there when it commits, and whoever
 * commits later wins, unless it has claimed a deadline that another one has replaced meanwhile:
 * nobody waits for anybody, so that units of work that lock something else, too, never wait for
 * each other. Who removes a deadline while it is fired may hear that there was one. Thread-safe.
 */
public final class InMemoryDeadlineStore implements DeadlineStore {

  /** What an open unit of work does, and what it has claimed. */
  private static final class Open {
    final NavigableMap<DeadlineKey, Change> changes = new TreeMap<>();

    /** What it has claimed. */
    final Map<DeadlineKey, UUID> claimed = new HashMap<>();

    /**
     * Notes what becomes of a deadline. To one that was claimed or looked at it is done only if it
     * is still that one: who has replaced it meanwhile would have waited, and comes behind.
     */
    void note(DeadlineKey key, @Nullable Deadline after) {
      Change earlier = changes.get(key);
      changes.put(key, new Change(after, earlier == null ? claimed.get(key) : earlier.only()));
    }
  }

  private final UnitOfWork unitOfWork;
  private final Rows committed = new Rows();

  /** Open units of work by their keys. */
  private final Map<Object, Open> open = new HashMap<>();

  /** Who has claimed what. */
  private final Map<DeadlineKey, Open> claims = new HashMap<>();

  /**
   * An empty store.
   *
   * @param unitOfWork in what it takes part
   */
  public InMemoryDeadlineStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void put(Collection<Deadline> deadlines) {
    run(() -> deadlines.forEach(each -> own().note(each.key(), each)));
  }

  @Override
  public void putWithoutWaiting(Collection<Deadline> deadlines) {
    put(deadlines);
  }

  @Override
  public boolean remove(DeadlineKey key) {
    return get(
        () -> {
          boolean isThere = seen(key) != null;
          own().note(key, null);
          return isThere;
        });
  }

  @Override
  public Optional<Deadline> find(DeadlineKey key) {
    return get(() -> Optional.ofNullable(seen(key)));
  }

  @Override
  public synchronized List<Deadline> claim(String handler, Instant now, int atMost) {
    Open own = own();
    List<Deadline> claimed =
        waiting(handler)
            .takeWhile(deadline -> isDue(deadline, now))
            .filter(deadline -> claims.getOrDefault(deadline.key(), own) == own)
            .limit(atMost)
            .toList();
    claimed.forEach(deadline -> claim(deadline, own));
    return claimed;
  }

  @Override
  public synchronized boolean reclaim(Deadline known) {
    Open own = own();
    boolean isFree = claims.getOrDefault(known.key(), own) == own;
    if (!isFree || !known.equals(seen(known.key()))) {
      return false;
    }
    claim(known, own);
    return true;
  }

  private void claim(Deadline deadline, Open own) {
    claims.put(deadline.key(), own);
    if (!own.changes.containsKey(deadline.key())) {
      own.claimed.put(deadline.key(), deadline.id());
    }
  }

  private static boolean isDue(Deadline deadline, Instant now) {
    return !Objects.requireNonNull(deadline.tryAt()).isAfter(now);
  }

  @Override
  public void fired(Collection<Deadline> deadlines) {
    run(() -> deadlines.forEach(each -> changeSame(each, null)));
  }

  @Override
  public boolean change(Deadline deadline) {
    return get(() -> changeSame(deadline, deadline));
  }

  private boolean changeSame(Deadline known, @Nullable Deadline after) {
    DeadlineKey key = known.key();
    Deadline seen = seen(key);
    if (seen == null || !seen.id().equals(known.id())) {
      return false;
    }
    Change earlier = own().changes.get(key);
    UUID only = earlier == null ? known.id() : earlier.only();
    own().changes.put(key, new Change(after, only));
    return true;
  }

  @Override
  public Map<String, Instant> next(Collection<String> handlers) {
    return get(
        () -> {
          Map<String, Instant> next = new HashMap<>();
          for (String handler : handlers) {
            waiting(handler)
                .findFirst()
                .map(Deadline::tryAt)
                .ifPresent(time -> next.put(handler, time));
          }
          return next;
        });
  }

  @Override
  public List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost) {
    return get(
        () ->
            all()
                .filter(deadline -> handler == null || handler.equals(deadline.key().handler()))
                .filter(deadline -> state == null || state == deadline.state())
                .filter(deadline -> after == null || deadline.key().compareTo(after) > 0)
                .limit(atMost)
                .toList());
  }

  @Override
  public long count(boolean isStopped) {
    return get(() -> all().filter(deadline -> !isStopped || deadline.isStopped()).count());
  }

  @Override
  public long countDue(Collection<String> handlers, Instant now) {
    return get(
        () ->
            handlers.stream()
                .flatMap(this::waiting)
                .filter(deadline -> isDue(deadline, now))
                .count());
  }

  /** What this unit of work sees. */
  private @Nullable Deadline seen(DeadlineKey key) {
    Change own = own().changes.get(key);
    return own == null ? committed.find(key) : own.after();
  }

  /** All that this unit of work sees, in the order of their keys. */
  private Stream<Deadline> all() {
    NavigableMap<DeadlineKey, Deadline> all = new TreeMap<>(committed.all());
    own()
        .changes
        .forEach(
            (key, change) -> {
              if (change.after() == null) {
                all.remove(key);
              } else {
                all.put(key, change.after());
              }
            });
    return all.values().stream();
  }

  /** Those of a handler that this unit of work sees and that are not stopped, earliest first. */
  private Stream<Deadline> waiting(String handler) {
    Map<DeadlineKey, Change> changes = own().changes;
    if (changes.isEmpty()) {
      return committed.waiting(handler);
    }
    Stream<Deadline> written =
        changes.values().stream()
            .flatMap(change -> Stream.ofNullable(change.after()))
            .filter(deadline -> deadline.key().handler().equals(handler) && !deadline.isStopped());
    Stream<Deadline> kept =
        committed.waiting(handler).filter(deadline -> !changes.containsKey(deadline.key()));
    return Stream.concat(kept, written).sorted(Rows.BY_TIME);
  }

  private void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T get(Supplier<T> work) {
    return unitOfWork.get(
        () -> {
          synchronized (this) {
            return work.get();
          }
        });
  }

  /** What the unit of work of this thread does. */
  private Open own() {
    Object key = unitOfWork.key();
    Open known = open.get(key);
    if (known != null) {
      return known;
    }
    Open added = new Open();
    unitOfWork.afterEnd(end -> end(key, end));
    open.put(key, added);
    return added;
  }

  private synchronized void end(Object key, End end) {
    Open ended = open.remove(key);
    if (ended == null) {
      return;
    }
    claims.values().removeIf(claimer -> claimer == ended);
    if (end == End.COMMITTED) {
      ended.changes.forEach((changed, change) -> change.apply(changed, committed));
    }
  }
}
