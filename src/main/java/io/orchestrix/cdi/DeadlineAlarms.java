package io.orchestrix.cdi;

import io.orchestrix.background.BackgroundThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of deadlines, which an EJB timer wakes: there is one, for the earliest of what is to
 * be done. Thread-safe.
 */
@ApplicationScoped
@Typed(DeadlineAlarms.class)
class DeadlineAlarms implements BackgroundThreads {

  private static final Logger LOG = System.getLogger(DeadlineAlarms.class.getName());

  /** Work, and its time by {@link System#nanoTime}. */
  private record Later(Runnable work, long time) {}

  private static final Comparator<Later> BY_TIME =
      (one, other) -> Long.compare(one.time() - other.time(), 0);

  @Inject ManagedBackgroundThreads threads;

  private final PriorityQueue<Later> waiting = new PriorityQueue<>(BY_TIME);

  private @Nullable Consumer<Duration> clock;

  /**
   * From now on {@code clock} is told how long it is until {@link #ring} is to be called; before,
   * the managed scheduled executor is.
   */
  synchronized void ringBy(Consumer<Duration> clock) {
    this.clock = clock;
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void schedule(Runnable work, Duration delay) {
    if (isEarliest(new Later(work, System.nanoTime() + delay.toNanos()))) {
      threads.execute(this::set); // never in a transaction, which the timer would belong to
    }
  }

  private synchronized boolean isEarliest(Later later) {
    waiting.add(later);
    return later.equals(waiting.peek());
  }

  /**
   * Until the clock was told of the one that is the earliest then: others may be told meanwhile.
   */
  private void set() {
    Later told = null;
    Later first = first();
    while (first != null && !first.equals(told)) {
      tell(first);
      told = first;
      first = first();
    }
  }

  private synchronized @Nullable Later first() {
    return waiting.peek();
  }

  private synchronized @Nullable Consumer<Duration> clock() {
    return clock;
  }

  private void tell(Later first) {
    Duration delay = Duration.ofNanos(Math.max(0, first.time() - System.nanoTime()));
    Consumer<Duration> told = clock();
    try {
      if (told == null) {
        threads.schedule(this::ring, delay);
      } else {
        told.accept(delay);
      }
    } catch (RuntimeException e) { // the application ends; otherwise the next beat rings
      LOG.log(Level.DEBUG, "An alarm could not be set.", e);
    }
  }

  /** Lets everything be done whose time has come. */
  void ring() {
    try {
      due().forEach(threads::execute);
      set();
    } catch (RejectedExecutionException e) { // the next beat rings, unless the application ends
      LOG.log(Level.DEBUG, "An alarm found no thread.", e);
    }
  }

  private synchronized List<Runnable> due() {
    List<Runnable> due = new ArrayList<>();
    long now = System.nanoTime();
    for (Later first = waiting.peek();
        first != null && first.time() - now <= 0;
        first = waiting.peek()) {
      waiting.remove();
      due.add(first.work());
    }
    return due;
  }
}
