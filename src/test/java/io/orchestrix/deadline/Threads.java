package io.orchestrix.deadline;

import io.orchestrix.background.BackgroundThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of a test. */
final class Threads implements BackgroundThreads, AutoCloseable {

  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(8);

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void schedule(Runnable work, Duration delay) {
    Future<?> unused = pool.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    assert unused != null;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
