package io.orchestrix.config;

/** How the pauses between attempts grow. */
public enum Backoff {
  /** There is one attempt only. */
  NONE,
  /** All are the same. */
  FIXED,
  /** Each is longer than the one before by the first. */
  LINEAR,
  /** Each is twice the one before. */
  EXPONENTIAL
}
