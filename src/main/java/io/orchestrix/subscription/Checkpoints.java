package io.orchestrix.subscription;

import io.orchestrix.eventstore.Backlog;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** How far subscriptions are, on whatever node they run. Thread-safe. */
public final class Checkpoints {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  private final SubscriptionServices services;

  /** Whether a claim of this node is past a position that the store does not know yet. */
  private final BiPredicate<Claim, GlobalPosition> isPassedHere;

  private final AtomicLong moves = new AtomicLong();
  private final Object moved = new Object();

  Checkpoints(SubscriptionServices services, BiPredicate<Claim, GlobalPosition> isPassedHere) {
    this.services = services;
    this.isPassedHere = isPassedHere;
  }

  /** A segment of this node has passed events. */
  void moved() {
    moves.incrementAndGet();
    synchronized (moved) {
      moved.notifyAll();
    }
  }

  /**
   * Waits until a subscription has passed a position.
   *
   * @param subscription is asked again and again, as another one may take its place
   * @return whether it has, in time
   * @throws SubscriptionException if there is no such subscription
   */
  public boolean await(Supplier<String> subscription, GlobalPosition position, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    long pause = SHORTEST_PAUSE.toNanos();
    while (true) {
      long seen = moves.get();
      if (isPassed(subscription.get(), position)) {
        return true;
      }
      long left = end - System.nanoTime();
      if (left <= 0 || !pause(seen, Math.min(left, pause))) {
        return false;
      }
      pause = Math.min(pause * 2, LONGEST_PAUSE.toNanos());
    }
  }

  /** Whether all segments have passed a position. */
  public boolean isPassed(String subscription, GlobalPosition position) {
    List<SegmentState> segments = services.segments().segments(subscription);
    if (segments.isEmpty()) {
      throw SubscriptionException.unknown(subscription);
    }
    return segments.stream()
        .allMatch(
            state ->
                state.checkpoint().compareTo(position) >= 0
                    || isPassedHere.test(new Claim(state.id(), state.epoch()), position));
  }

  /** Until something moves on this node, or a while is over, as it may have moved on another. */
  @SuppressWarnings("WaitNotInLoop") // who waits loops around the question itself
  private boolean pause(long seen, long nanos) {
    try {
      synchronized (moved) {
        if (moves.get() == seen) {
          moved.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How it stands with a subscription; empty if there is none of that name. */
  public Optional<SubscriptionStatus> status(String subscription) {
    return services
        .unitOfWork()
        .get(
            () -> {
              List<SegmentState> segments = services.segments().segments(subscription);
              return segments.stream()
                  .map(SegmentState::checkpoint)
                  .min(Comparator.naturalOrder())
                  .map(checkpoint -> status(subscription, segments, checkpoint));
            });
  }

  private SubscriptionStatus status(
      String subscription, List<SegmentState> segments, GlobalPosition checkpoint) {
    Backlog backlog = services.events().backlog(checkpoint);
    Duration behind = backlog.age(services.clock().instant());
    return SubscriptionStatus.of(subscription, segments, checkpoint, backlog, behind);
  }
}
