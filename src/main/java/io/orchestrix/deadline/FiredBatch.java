package io.orchestrix.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Deadlines that fire in one transaction. Used by one thread. */
final class FiredBatch {

  /** No further one is begun after that. */
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();

  private final DeadlineHandler handler;
  private final DeadlineServices services;
  private final Instant begun;
  private List<Deadline> claimed = List.of();
  private int taken;

  FiredBatch(DeadlineHandler handler, DeadlineServices services) {
    this.handler = handler;
    this.services = services;
    this.begun = services.clock().instant();
  }

  /**
   * Claims what is due, and fires it; in a unit of work.
   *
   * @param atMost how many at most
   * @param attempt how often it is tried
   * @param onClaim is called when there is something to fire, before it is
   * @param isOver whether none is to be begun any more; the first always is
   * @throws Exception what the handler throws
   */
  void fire(int atMost, int attempt, Runnable onClaim, BooleanSupplier isOver) throws Exception {
    long endsAt = System.nanoTime() + LONGEST;
    claimed = services.store().claim(handler.name(), begun, atMost);
    if (!claimed.isEmpty()) {
      onClaim.run();
    }
    for (Deadline deadline : claimed) {
      if (taken > 0 && (isOver.getAsBoolean() || System.nanoTime() - endsAt > 0)) {
        break;
      }
      taken++;
      services
          .current()
          .callWithin(
              deadline.origin(),
              attempt,
              () -> {
                handler.fire(deadline);
                return true;
              });
    }
    services.store().fired(claimed.subList(0, taken));
  }

  int claimed() {
    return claimed.size();
  }

  /** How many were begun. */
  int taken() {
    return taken;
  }

  Deadline first() {
    return claimed.get(0);
  }

  /** How long after its time the latest was begun. */
  Duration late() {
    return Duration.between(Objects.requireNonNull(first().tryAt()), begun);
  }
}
