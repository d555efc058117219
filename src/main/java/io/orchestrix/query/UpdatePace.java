package io.orchestrix.query;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Where and how often a subscriber's query is asked again. Thread-safe.
 *
 * @param caller works on behalf of who has subscribed
 * @param interval the shortest time between two asks
 * @param query its class
 */
record UpdatePace(QueryThreads threads, Executor caller, Duration interval, Class<?> query) {

  boolean hasInterval() {
    return !interval.isZero();
  }

  /**
   * Does work on another thread, on behalf of who has subscribed.
   *
   * @param onFailure is told if it could not begin there
   * @throws QueryNotAcceptedException if no thread takes it
   */
  void next(Runnable work, Consumer<Throwable> onFailure) {
    accepted(
        () ->
            threads.execute(
                () -> {
                  try {
                    caller.execute(work);
                  } catch (RuntimeException | Error e) {
                    onFailure.accept(e);
                  }
                }));
  }

  /**
   * Does work when the interval has passed.
   *
   * @throws QueryNotAcceptedException if no thread takes it
   */
  void afterInterval(Runnable work) {
    accepted(() -> threads.executeAfter(interval, work));
  }

  private void accepted(Runnable submission) {
    try {
      submission.run();
    } catch (RejectedExecutionException e) {
      throw new QueryNotAcceptedException(query, e);
    }
  }
}
