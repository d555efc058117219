package io.orchestrix.config;

/** What operators see of what messages say. */
public enum PayloadVisibility {
  /** Nothing. */
  NONE,
  /** All but what is marked as sensitive. */
  MASKED,
  /** Everything. */
  FULL
}
