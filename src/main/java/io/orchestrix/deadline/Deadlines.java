package io.orchestrix.deadline;

import io.orchestrix.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of the application, for those who operate it. Thread-safe; everything joins the
 * transaction of the caller, or is one of its own.
 */
public final class Deadlines {

  private final DeadlineStore store;
  private final Clock clock;
  private final AuditTrail audit;

  /**
   * @param audit is told what is changed, and begins transactions
   */
  public Deadlines(DeadlineStore store, Clock clock, AuditTrail audit) {
    this.store = store;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * One of them.
   *
   * @throws DeadlineStateException if there is none
   */
  public Deadline get(DeadlineKey key) {
    return store.find(key).orElseThrow(() -> DeadlineStateException.none(key));
  }

  /**
   * Some of them, in the order of their keys.
   *
   * @param handler whose; {@code null} for all
   * @param state only those that stand so; {@code null} for all
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many, at least 1
   */
  public List<Deadline> page(
      @Nullable String handler,
      @Nullable DeadlineState state,
      @Nullable DeadlineKey after,
      int atMost) {
    return store.page(handler, state, after, atMost);
  }

  /**
   * Some of them, in the order of their keys.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many, at least 1
   */
  public List<Deadline> page(@Nullable DeadlineKey after, int atMost) {
    return page(null, null, after, atMost);
  }

  /**
   * Some of those that were given up, in the order of their keys.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many, at least 1
   */
  public List<Deadline> givenUp(@Nullable DeadlineKey after, int atMost) {
    return page(null, DeadlineState.GIVEN_UP, after, atMost);
  }

  /** How many there are; those that were given up included. */
  public long count() {
    return store.count(false);
  }

  /** How many were given up. */
  public long countGivenUp() {
    return store.count(true);
  }

  /** How many of {@code handlers} are due: they fire in this moment, or are late. */
  public long countDue(Collection<String> handlers) {
    return store.countDue(handlers, clock.instant());
  }

  /**
   * Lets one that has failed be tried at once, and then as often as one that has not.
   *
   * @throws DeadlineStateException if there is none, or it has not failed
   */
  public void retry(DeadlineKey key) {
    audit.begin("deadline.retry", key.toString(), "").runInTransaction(() -> renew(key));
  }

  private void renew(DeadlineKey key) {
    Deadline found = get(key);
    if (found.attempts() == 0) {
      throw DeadlineStateException.notFailed(found);
    }
    tryNow(found);
  }

  /**
   * Lets one be handled at once, before its time; one that has failed is retried. Of a recurring
   * command it is the next time that comes early.
   *
   * @throws DeadlineStateException if there is none
   */
  public void fire(DeadlineKey key) {
    audit.begin("deadline.fire", key.toString(), "").runInTransaction(() -> tryNow(get(key)));
  }

  private void tryNow(Deadline found) {
    if (!store.change(found.renewed(clock.instant()))) {
      throw DeadlineStateException.none(found.key());
    }
  }

  /**
   * Lets one come at another time, as if it had never been tried.
   *
   * @return it, as it is then
   * @throws DeadlineStateException if there is none, or it is being handled
   * @throws SchedulingException if the time is out of bounds
   */
  public Deadline reschedule(DeadlineKey key, Instant at) {
    Instant time = Keeping.bounded(at);
    return audit
        .begin("deadline.reschedule", key.toString(), "")
        .inTransaction(() -> move(key, time));
  }

  private Deadline move(DeadlineKey key, Instant time) {
    Deadline found = get(key);
    if (!store.reclaim(found)) { // what is done already must not come again
      throw DeadlineStateException.underWay(key);
    }
    Deadline moved = found.movedTo(time);
    store.put(List.of(moved));
    return moved;
  }

  /**
   * Removes one; waits for whoever is handling it.
   *
   * @throws DeadlineStateException if there is none
   */
  public void cancel(DeadlineKey key) {
    audit.begin("deadline.cancel", key.toString(), "").runInTransaction(() -> remove(key));
  }

  private void remove(DeadlineKey key) {
    if (!store.remove(key)) {
      throw DeadlineStateException.none(key);
    }
  }
}
