package io.orchestrix.deadline;

import java.time.Instant;

/** What is done with the deadlines of one name when they are due. Thread-safe. */
public interface DeadlineHandler {

  /** The {@linkplain DeadlineKey#handler() name} of its deadlines. */
  String name();

  /**
   * Does what was to happen, in the transaction that removes the deadline; what it schedules under
   * the same key stays. What it throws rolls everything back.
   *
   * @throws Exception if it cannot be done
   */
  void fire(Deadline deadline) throws Exception;

  /**
   * Says what follows a failure that is the fault of the deadline; in a transaction of its own, in
   * which the deadline is still there.
   *
   * @param now the time
   * @throws Exception if it cannot say; it is fired again in a minute then
   */
  AfterFailure failed(Deadline deadline, Throwable failure, Instant now) throws Exception;

  /** How many threads of a node work on them at once at most, at least 1. */
  int threads();
}
