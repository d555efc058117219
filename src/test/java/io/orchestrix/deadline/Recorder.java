package io.orchestrix.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is fired, and fails where a test says so. Thread-safe. */
final class Recorder implements DeadlineHandler {

  /** What was begun: which one, and whether it came before its time. */
  record Begun(String value, boolean isEarly, int attempt) {}

  /** What is done in the transaction of a deadline. */
  @FunctionalInterface
  interface Doing {
    void with(Deadline deadline) throws Exception;
  }

  private final String name;
  private final Clock clock;
  private final List<Begun> begun = new CopyOnWriteArrayList<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  volatile Doing doing = deadline -> {};
  volatile Doing after = deadline -> {};
  volatile Duration pause = Duration.ofMillis(10);
  volatile int attempts = 3;
  volatile int threads = 2;

  Recorder(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  void failOn(String value) {
    failing.add(value);
  }

  void mend(String value) {
    failing.remove(value);
  }

  /** What was begun, rolled back or not. */
  List<Begun> begun() {
    return List.copyOf(begun);
  }

  List<String> values() {
    return begun.stream().map(Begun::value).toList();
  }

  /** What it was asked about after failures. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    String value = deadline.key().value();
    Instant tryAt = deadline.tryAt();
    boolean isEarly = tryAt == null || clock.instant().isBefore(tryAt);
    begun.add(new Begun(value, isEarly, deadline.attempts()));
    if (failing.contains(value)) {
      throw new IllegalStateException("cannot " + value);
    }
    doing.with(deadline);
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) throws Exception {
    asked.add(deadline.key().value() + ": " + failure.getMessage());
    after.with(deadline);
    return deadline.attempts() + 1 < attempts
        ? new AfterFailure.TryAgain(now.plus(pause))
        : new AfterFailure.GiveUp();
  }

  @Override
  public int threads() {
    return threads;
  }
}
