package io.orchestrix.config;

/** What becomes of a stored event whose type or revision the application does not know. */
public enum UnknownEvents {
  /** Reading it fails. */
  FAIL,
  /** Readers do not see it. */
  SKIP,
  /** Readers see it as it stands in the store. */
  RAW
}
