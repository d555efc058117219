package io.orchestrix.standalone;

import io.orchestrix.query.QueryThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The threads of an application in memory, where everybody is one caller. */
record PooledQueryThreads(Executor threads) implements QueryThreads {

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void executeAfter(Duration pause, Runnable work) {
    CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, threads).execute(work);
  }

  @Override
  public Executor asCaller() {
    return Runnable::run;
  }
}
