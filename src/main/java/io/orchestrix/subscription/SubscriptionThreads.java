package io.orchestrix.subscription;

import java.time.Duration;

/** The threads that subscriptions run on; a server has managed ones. Thread-safe. */
public interface SubscriptionThreads {

  /**
   * Does work soon, on another thread.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread takes it
   */
  void execute(Runnable work);

  /**
   * Does work after a while, on another thread.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread takes it
   */
  void schedule(Runnable work, Duration delay);
}
