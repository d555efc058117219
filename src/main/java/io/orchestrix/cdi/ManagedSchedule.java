package io.orchestrix.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work for later, on threads of the server. What waits is cancelled when the application ends:
 * servers would begin it even then, and complain. Thread-safe.
 */
@Dependent
class ManagedSchedule {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  private final Set<Later> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean hasEnded;

  private final class Later implements Runnable {
    private final Runnable work;
    private volatile @Nullable Future<?> future;

    Later(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      waiting.remove(this);
      work.run();
    }

    void cancel() {
      Future<?> known = future;
      if (known != null) {
        known.cancel(false);
      }
    }
  }

  /**
   * @throws RejectedExecutionException if the application, or the server, has ended
   */
  void schedule(Runnable work, Duration delay) {
    requireNoEnd();
    Later later = new Later(work);
    waiting.add(later);
    try {
      later.future = scheduler.schedule(later, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException e) { // servers refuse in more than one way
      waiting.remove(later);
      throw e;
    }
    if (hasEnded) {
      later.cancel();
    }
  }

  void requireNoEnd() {
    if (hasEnded) {
      throw new RejectedExecutionException("The application has ended.");
    }
  }

  boolean hasEnded() {
    return hasEnded;
  }

  /** Nothing begins any more. */
  @PreDestroy
  void end() {
    hasEnded = true;
    waiting.forEach(Later::cancel);
    waiting.clear();
  }
}
