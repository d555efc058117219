package io.orchestrix.background;

import java.time.Duration;

/** The threads that a node works on by itself; a server has managed ones. Thread-safe. */
public interface BackgroundThreads {

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
