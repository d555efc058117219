package io.orchestrix.rest.api;

/** In which order events are listed. */
public enum Direction {
  /** The oldest first. */
  FORWARD,
  /** The newest first. */
  BACKWARD
}
