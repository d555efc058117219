package io.orchestrix.query;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps the signals that it gets, and looks whether they come one after the other. */
final class Recorder<T> implements Subscriber<T> {

  final List<T> answers = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final AtomicInteger overlaps = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final long first;
  private volatile @Nullable Subscription subscription;
  volatile Runnable onNext = () -> {};

  /**
   * @param first how many it requests at once; none if 0
   */
  Recorder(long first) {
    this.first = first;
  }

  Subscription subscription() {
    return Objects.requireNonNull(subscription);
  }

  private void alone(Runnable signal) {
    if (inside.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    try {
      signal.run();
    } finally {
      inside.decrementAndGet();
    }
  }

  @Override
  public void onSubscribe(Subscription begun) {
    alone(
        () -> {
          subscription = begun;
          if (first != 0) {
            begun.request(first);
          }
        });
  }

  @Override
  public void onNext(T answer) {
    alone(
        () -> {
          answers.add(answer);
          onNext.run();
        });
  }

  @Override
  public void onError(Throwable failure) {
    alone(() -> failures.add(failure));
  }

  @Override
  public void onComplete() {
    failures.add(new AssertionError("it never completes"));
  }
}
