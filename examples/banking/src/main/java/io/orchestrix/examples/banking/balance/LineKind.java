package io.orchestrix.examples.banking.balance;

/** Why a balance has changed. */
public enum LineKind {
  /** The account was opened with it. */
  OPENING,
  /** Money was paid in. */
  DEPOSIT,
  /** Money was paid out. */
  WITHDRAWAL,
  /** It went to another account. */
  SENT,
  /** It came from another account. */
  RECEIVED,
  /** It could not arrive at the other account. */
  RETURNED
}
