package io.orchestrix.deadline;

/** Handles deadlines of one class of payloads. Thread-safe. */
@FunctionalInterface
public interface PayloadHandler {

  /**
   * Handles one that is due.
   *
   * @throws Exception if it cannot; nothing is kept
   */
  void handle(DueDeadline due) throws Exception;
}
