package io.orchestrix.saga;

/** How a step of an instance stands. */
public enum StepStatus {
  /** It has begun: it awaits an event, or does something outside of the database. */
  STARTED,
  /** It is done. */
  COMPLETED,
  /** It is not done, and left nothing. */
  FAILED,
  /** Nobody can tell whether it is done; it is taken back as if it was. */
  UNKNOWN,
  /** It is taken back. */
  COMPENSATED,
  /** An operator has left it out. */
  SKIPPED;

  /** Whether the saga may go on behind it. */
  boolean isPassed() {
    return this == COMPLETED || this == SKIPPED;
  }

  /** Whether there may be something to be taken back. */
  boolean isToBeCompensated() {
    return this == COMPLETED || this == UNKNOWN;
  }
}
