package io.orchestrix.eventstore;

/** What may happen to a stream. */
public enum StreamState {
  /** It is read and appended to. */
  ACTIVE,
  /** It is read, but not appended to until it is active again. */
  ARCHIVED,
  /** Its events are gone for good; its name is not given again. */
  DELETED
}
