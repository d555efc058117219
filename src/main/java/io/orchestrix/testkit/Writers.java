package io.orchestrix.testkit;

import io.orchestrix.unitofwork.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Does work on other threads. */
final class Writers {

  private static final int MOST_ATTEMPTS = 100;
  private static final int PATIENCE_SECONDS = 60;

  private Writers() {}

  /** Lets so many threads begin at the same moment, and waits for all; true where one succeeded. */
  static List<Boolean> race(int threads, IntConsumer work) {
    CountDownLatch begin = new CountDownLatch(threads);
    List<Future<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      writers.add(
          start(
              () -> {
                begin.countDown();
                begin.await();
                try {
                  work.accept(number);
                  return true;
                } catch (ConflictException e) {
                  return false;
                }
              }));
    }
    return writers.stream().map(Writers::await).toList();
  }

  /** Repeats what loses against others, as the command bus does. */
  static void retrying(Runnable work) {
    for (int attempt = 1; ; attempt++) {
      try {
        work.run();
        return;
      } catch (ConflictException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  static <T> Future<T> start(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable e) { // goes to the one who waits
                result.completeExceptionally(e);
              }
            },
            "testkit-writer");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  /** Gives it the time that a fast one needs; a slow one, or one that waits, goes on. */
  static void giveTime(Future<?> writer) {
    try {
      writer.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // it may have to wait
    } catch (ExecutionException e) {
      // said by await
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T await(Future<T> writer) {
    try {
      return writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a writer has not ended in %d s".formatted(PATIENCE_SECONDS), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
