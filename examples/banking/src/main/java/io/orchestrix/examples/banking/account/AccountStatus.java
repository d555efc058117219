package io.orchestrix.examples.banking.account;

/** What an account can be. */
public enum AccountStatus {
  /** It takes bookings. */
  OPEN,
  /** It refuses bookings for now. */
  SUSPENDED,
  /** It refuses everything for good. */
  CLOSED
}
