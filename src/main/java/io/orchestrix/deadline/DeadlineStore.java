package io.orchestrix.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deadlines. Thread-safe; every operation joins the unit of work of the thread, and is undone
 * with it, or is one of its own.
 */
public interface DeadlineStore {

  /**
   * Keeps deadlines, each instead of the one under its key. Waits for whoever is firing that one,
   * in the order of their keys.
   */
  void put(Collection<Deadline> deadlines);

  /**
   * Keeps deadlines as {@link #put} does, but waits for nobody who is firing one: that one may stay
   * as it is. So whoever fires such deadlines looks, before it is done, whether there is more to be
   * done by then.
   */
  void putWithoutWaiting(Collection<Deadline> deadlines);

  /**
   * Removes the deadline under {@code key}; waits for whoever is firing it.
   *
   * @return whether there was one
   */
  boolean remove(DeadlineKey key);

  /** The deadline under {@code key}, unless there is none. */
  Optional<Deadline> find(DeadlineKey key);

  /**
   * Takes deadlines that are to be tried, the earliest first, for the unit of work of the thread,
   * which has to be active: until it ends nobody else gets them, and nobody waits for them either.
   *
   * @param now those are left that are to be tried later
   * @param atMost how many at most
   */
  List<Deadline> claim(String handler, Instant now, int atMost);

  /**
   * Takes a deadline for the unit of work of the thread, which has to be active, as {@link #claim}
   * does.
   *
   * @param known as it was when it was read
   * @return false if it is not so any more, or somebody else has it
   */
  boolean reclaim(Deadline known);

  /** Removes those of {@code deadlines} that nobody has replaced. */
  void fired(Collection<Deadline> deadlines);

  /**
   * Keeps what {@code deadline} says of its next attempt, unless it was replaced or removed.
   *
   * @return whether it was there
   */
  boolean change(Deadline deadline);

  /** When the next one of each of {@code handlers} is to be tried; without those that have none. */
  Map<String, Instant> next(Collection<String> handlers);

  /**
   * Deadlines in the order of their keys.
   *
   * @param handler whose; {@code null} for all
   * @param state only those that stand so; {@code null} for all
   * @param after the key of the last one seen; {@code null} to begin
   * @param atMost how many at most
   */
  List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost);

  /**
   * How many there are.
   *
   * @param isStopped only those that were given up
   */
  long count(boolean isStopped);

  /** How many of {@code handlers} are to be tried at {@code now} or before. */
  long countDue(Collection<String> handlers, Instant now);
}
