package io.orchestrix.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that take operations in turn until the time or the operations are used up. */
final class Workers {

  /** An operation, told its number. */
  interface Operation {
    void perform(long n) throws Exception;
  }

  /** What was done, and how long it took. */
  record Work(long operations, Duration elapsed) {
    double perSecond() {
      return operations * 1e9 / elapsed.toNanos();
    }
  }

  private Workers() {}

  /**
   * @param first the number of the first operation
   * @throws Exception what an operation throws: a failure is no result
   */
  static Work run(int threads, Duration time, long first, long atMost, Operation operation)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      AtomicLong taken = new AtomicLong();
      AtomicLong done = new AtomicLong();
      List<Future<?>> ends = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < threads; i++) {
        ends.add(
            executor.submit(
                () -> {
                  do { // at least once, however short the time is
                    long n = taken.getAndIncrement();
                    if (n >= atMost) {
                      break;
                    }
                    operation.perform(first + n);
                    done.incrementAndGet();
                  } while (System.nanoTime() - start < time.toNanos());
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      return new Work(done.get(), Duration.ofNanos(System.nanoTime() - start));
    } finally {
      executor.shutdownNow();
    }
  }
}
