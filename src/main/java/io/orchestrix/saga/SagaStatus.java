package io.orchestrix.saga;

/** How an instance of a saga stands. */
public enum SagaStatus {
  /** It goes forward, or waits for something. */
  ACTIVE,
  /** It takes back what it has done. */
  COMPENSATING,
  /** All is done. */
  COMPLETED,
  /** All is taken back. */
  COMPENSATED,
  /** It can go neither forward nor back, and waits for somebody to look. */
  QUARANTINED;

  /** Whether nothing will happen any more. */
  public boolean isEnded() {
    return this == COMPLETED || this == COMPENSATED;
  }
}
