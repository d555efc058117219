package io.orchestrix.deadline;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of the application, for those who operate it. Thread-safe; everything joins the
 * transaction of the caller, or is one of its own.
 */
public final class Deadlines {

  private final DeadlineStore store;
  private final Clock clock;

  public Deadlines(DeadlineStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Some of them, in the order of their keys.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many, at least 1
   */
  public List<Deadline> page(@Nullable DeadlineKey after, int atMost) {
    return store.page(null, false, after, atMost);
  }

  /**
   * Some of those that were given up, in the order of their keys.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many, at least 1
   */
  public List<Deadline> givenUp(@Nullable DeadlineKey after, int atMost) {
    return store.page(null, true, after, atMost);
  }

  /** How many there are; those that were given up included. */
  public long count() {
    return store.count(false);
  }

  /** How many were given up. */
  public long countGivenUp() {
    return store.count(true);
  }

  /**
   * Lets one that has failed be tried at once, and then as often as one that has not.
   *
   * @throws DeadlineStateException if there is none, or it has not failed
   */
  public void retry(DeadlineKey key) {
    Deadline found = store.find(key).orElseThrow(() -> DeadlineStateException.none(key));
    if (found.attempts() == 0) {
      throw DeadlineStateException.notFailed(found);
    }
    if (!store.change(found.renewed(clock.instant()))) {
      throw DeadlineStateException.none(key);
    }
  }

  /**
   * Removes one; waits for whoever is handling it.
   *
   * @throws DeadlineStateException if there is none
   */
  public void cancel(DeadlineKey key) {
    if (!store.remove(key)) {
      throw DeadlineStateException.none(key);
    }
  }
}
