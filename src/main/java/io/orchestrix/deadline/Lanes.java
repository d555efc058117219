package io.orchestrix.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Those that fire the deadlines of one handler. The first is told when something is due; each wakes
 * the next one when there is more than it can take. Thread-safe.
 */
final class Lanes {

  /** What is due later is not worth an alarm yet; a beat comes before. */
  private static final Duration HORIZON = Duration.ofMinutes(1);

  /** What is due, but cannot be had, is being fired by somebody else. */
  private static final Duration OTHERS = Duration.ofMillis(20);

  /** An alarm that came early by the clock is not repeated at once: the clock may stand. */
  private static final Duration SHORTEST = Duration.ofMillis(5);

  private final String name;
  private final DeadlineServices services;
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(DeadlineHandler handler, DeadlineServices services, BooleanSupplier isOver) {
    this.name = handler.name();
    this.services = services;
    for (int i = 0; i < handler.threads(); i++) {
      int next = i + 1;
      Runnable none = i == 0 ? this::armForNext : () -> {};
      lanes.add(new Lane(handler, services, () -> signal(next), none, isOver));
    }
  }

  private void signal(int lane) {
    if (lane < lanes.size()) {
      lanes.get(lane).signal();
    }
  }

  /** Something is to be tried at that time. */
  void armFor(Instant time) {
    signalIn(until(time));
  }

  /** Something is to be tried at that time, of which it may have been told in vain. */
  void refresh(Instant time) {
    Duration delay = until(time);
    if (isDue(delay)) {
      lanes.get(0).insist();
    } else {
      signalIn(delay);
    }
  }

  private static boolean isDue(Duration delay) {
    return delay.isNegative() || delay.isZero();
  }

  /** Something may be to be tried later. */
  private void armForNext() {
    Instant time = services.store().next(List.of(name)).get(name);
    if (time != null) {
      Duration delay = until(time);
      signalIn(isDue(delay) ? OTHERS : delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay);
    }
  }

  private void signalIn(Duration delay) {
    if (delay.compareTo(HORIZON) <= 0) {
      lanes.get(0).signalIn(delay);
    }
  }

  private Duration until(Instant time) {
    return Duration.between(services.clock().instant(), time);
  }
}
