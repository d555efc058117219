package io.orchestrix.query;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The threads on which queries are asked that nobody waits for. Thread-safe. */
public interface QueryThreads {

  /**
   * Does work on another thread, on behalf of the caller of this one.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread takes it
   */
  void execute(Runnable work);

  /**
   * Does work on another thread when {@code pause} has passed.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread takes it
   */
  void executeAfter(Duration pause, Runnable work);

  /** Does work at once, on whatever thread, on behalf of who is the caller of this thread now. */
  Executor asCaller();
}
