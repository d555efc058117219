package io.orchestrix.bench;

import io.orchestrix.background.BackgroundThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stand for the managed threads of a server. */
final class FollowerThreads implements BackgroundThreads, AutoCloseable {

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void schedule(Runnable work, Duration delay) {
    Future<?> unused = scheduler.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    assert unused != null;
  }

  void repeat(Runnable work, Duration pause) {
    Future<?> unused =
        scheduler.scheduleWithFixedDelay(
            work, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    assert unused != null;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    pool.shutdownNow();
  }
}
