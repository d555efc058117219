package io.orchestrix.saga;

/** What an operator can do to an instance. */
public enum OperatorAction {
  /** Tries the work again that has failed. */
  RETRY,
  /** Takes the work for done, as somebody has done it by hand. */
  MARK_DONE,
  /** Goes on without the work. */
  SKIP,
  /** Takes back what was done. */
  COMPENSATE
}
