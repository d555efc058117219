package io.orchestrix.deadline;

import io.orchestrix.background.Signalled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Those that fire the deadlines of one handler. When something is due, one that has nothing to do
 * is woken; it wakes another one before it fires, so that what takes long holds up nothing else.
 * Thread-safe.
 */
final class Lanes {

  /** What is due later is not worth an alarm yet; a beat comes before. */
  private static final Duration HORIZON = Duration.ofMinutes(1);

  /** What is due, but cannot be had, is being fired by somebody else, perhaps for long. */
  private static final Duration OTHERS = Duration.ofMillis(20);

  private static final Duration OTHERS_AT_MOST = Duration.ofSeconds(1);

  /** An alarm that came early by the clock is not repeated at once: the clock may stand. */
  private static final Duration SHORTEST = Duration.ofMillis(5);

  private final String name;
  private final DeadlineServices services;
  private final List<Lane> lanes = new ArrayList<>();
  private final Signalled alarm;
  private volatile Duration others = OTHERS;

  Lanes(DeadlineHandler handler, DeadlineServices services, BooleanSupplier isOver) {
    this.name = handler.name();
    this.services = services;
    this.alarm = new Signalled(this::wakeOne, services.threads());
    for (int i = 0; i < handler.threads(); i++) {
      lanes.add(new Lane(handler, services, this::claimed, this::armForNext, isOver));
    }
  }

  private void claimed() {
    others = OTHERS;
    wakeOne();
  }

  /** If all are at work, each looks again when it is done: it may have looked before. */
  private void wakeOne() {
    lanes.stream()
        .filter(lane -> !lane.isAtWork())
        .findFirst()
        .ifPresentOrElse(Lane::insist, () -> lanes.forEach(Lane::insist));
  }

  /** Something is to be tried at that time. */
  void armFor(Instant time) {
    signalIn(until(time));
  }

  /** Something is to be tried at that time, of which it may have been told in vain. */
  void refresh(Instant time) {
    Duration delay = until(time);
    if (isDue(delay)) {
      alarm.insist();
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
      signalIn(isDue(delay) ? patience() : delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay);
    }
  }

  /** Longer each time, until something can be had. */
  private Duration patience() {
    Duration now = others;
    Duration twice = now.multipliedBy(2);
    others = twice.compareTo(OTHERS_AT_MOST) < 0 ? twice : OTHERS_AT_MOST;
    return now;
  }

  private void signalIn(Duration delay) {
    if (delay.compareTo(HORIZON) <= 0) {
      alarm.signalIn(delay);
    }
  }

  private Duration until(Instant time) {
    return Duration.between(services.clock().instant(), time);
  }
}
