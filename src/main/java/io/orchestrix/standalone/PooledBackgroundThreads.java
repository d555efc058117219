package io.orchestrix.standalone;

import io.orchestrix.background.BackgroundThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of subscriptions of an application in memory.
 *
 * @param timer only tells when it is time
 */
record PooledBackgroundThreads(Executor threads, ScheduledExecutorService timer)
    implements BackgroundThreads {

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void schedule(Runnable work, Duration delay) {
    Future<?> unused =
        timer.schedule(() -> threads.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    assert unused != null;
  }
}
