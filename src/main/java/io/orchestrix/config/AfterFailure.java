package io.orchestrix.config;

/** What follows the last attempt to handle an event. */
public enum AfterFailure {
  /**
   * The event is parked until somebody retries, edits or discards it. Later events of its sequence
   * wait behind it; all others go on.
   */
  DEAD_LETTER,
  /** The event is left out; the log says so. */
  SKIP,
  /** The subscription stops at the event until somebody resumes it. */
  STOP
}
