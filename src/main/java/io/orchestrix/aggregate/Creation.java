package io.orchestrix.aggregate;

/** Whether a command makes a new aggregate. */
public enum Creation {
  /** It makes a new one; there is none of that id. */
  ALWAYS,
  /** It decides on the one of that id, or on a new one if there is none. */
  IF_MISSING,
  /** It decides on the one of that id, and there is one. */
  NEVER
}
