package io.orchestrix.deadline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The deadlines of this process, which shares them with all others on the same store: each fires on
 * whichever node claims it first. Never early by its clock, and not twice: a deadline is removed in
 * the transaction in which it fires.
 *
 * <p>It is {@linkplain #wake told} of what this process schedules, and finds what others have
 * scheduled by its {@linkplain #beat beat}. Without handlers it does nothing. Thread-safe.
 */
public final class DeadlineNode {

  private final Supplier<? extends Collection<DeadlineHandler>> handlers;
  private final DeadlineServices services;
  private final Map<String, Lanes> lanes = new ConcurrentHashMap<>();
  private volatile boolean hasEnded;

  /**
   * @param handlers those that there are now, of different names; asked at each beat
   */
  public DeadlineNode(
      Supplier<? extends Collection<DeadlineHandler>> handlers, DeadlineServices services) {
    this.handlers = handlers;
    this.services = services;
  }

  /** Looks for what is due now or soon, also what other nodes have scheduled. */
  public void beat() {
    if (hasEnded) {
      return;
    }
    for (DeadlineHandler handler : handlers.get()) {
      lanes.computeIfAbsent(handler.name(), name -> new Lanes(handler, services, () -> hasEnded));
    }
    if (!lanes.isEmpty()) {
      services
          .store()
          .next(lanes.keySet())
          .forEach((handler, time) -> requireNonNull(lanes.get(handler)).refresh(time));
    }
  }

  /** Something of a handler is to be tried at that time; called when that is committed. */
  public void wake(String handler, Instant time) {
    Lanes known = lanes.get(handler);
    if (known != null && !hasEnded) {
      known.armFor(time);
    }
  }

  /**
   * Fires all that is due now on this thread, also what that schedules; for tests whose clock
   * stands.
   *
   * @return how many have fired
   */
  public synchronized int fireDue() {
    int fired = 0;
    int before;
    do {
      before = fired;
      for (DeadlineHandler handler : handlers.get()) {
        fired += fireDue(handler);
      }
    } while (fired > before && !hasEnded);
    return fired;
  }

  private int fireDue(DeadlineHandler handler) {
    Firing firing = new Firing(handler, services, () -> {});
    boolean isMore = true;
    while (isMore && !hasEnded) {
      isMore = firing.step();
    }
    return firing.fired();
  }

  /** Begins nothing any more; what is being fired goes on. */
  public void end() {
    hasEnded = true;
  }
}
