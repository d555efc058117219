package io.orchestrix.subscription;

import io.orchestrix.unitofwork.RetryPolicy;

/**
 * What is done when the handling of an event fails.
 *
 * @param retry how often it is tried; attempts are remembered in the database
 * @param then what follows the last attempt
 */
public record FailurePolicy(RetryPolicy retry, Then then) {

  /** What follows the last attempt. */
  public enum Then {
    /**
     * The event is parked until somebody retries, edits or discards it. Later events of its
     * sequence wait behind it; all others go on.
     */
    DEAD_LETTER,
    /** The event is left out; a warning in the log says so. */
    SKIP,
    /** The segment stops until it is resumed. */
    STOP
  }
}
