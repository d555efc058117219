package io.orchestrix.examples.banking.account;

import io.orchestrix.message.Event;
import io.orchestrix.message.Sensitive;
import java.math.BigDecimal;

/** What can happen to an account. */
public sealed interface AccountEvent extends Event {

  /** Which account. */
  String accountId();

  /** It was opened. */
  record AccountOpened(String accountId, @Sensitive String owner, BigDecimal initialBalance)
      implements AccountEvent {}

  /** Money was paid in. */
  record MoneyDeposited(String accountId, String transactionId, BigDecimal amount)
      implements AccountEvent {}

  /** Money was paid out. */
  record MoneyWithdrawn(String accountId, String transactionId, BigDecimal amount)
      implements AccountEvent {}

  /** Money has left for another account. */
  record TransferDebited(String accountId, String transferId, BigDecimal amount)
      implements AccountEvent {}

  /** Money has arrived from another account. */
  record TransferCredited(String accountId, String transferId, BigDecimal amount)
      implements AccountEvent {}

  /** Money has come back that could not arrive. */
  record TransferRefunded(String accountId, String transferId, BigDecimal amount)
      implements AccountEvent {}

  /** It refuses bookings from now on. */
  record AccountSuspended(String accountId) implements AccountEvent {}

  /** It takes bookings again. */
  record AccountReactivated(String accountId) implements AccountEvent {}

  /** It is closed for good. */
  record AccountClosed(String accountId) implements AccountEvent {}
}
