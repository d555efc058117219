package com.acme.account;

import io.orchestrix.message.Event;
import java.math.BigDecimal;
import java.time.Instant;

/** What happens to accounts. */
sealed interface AccountEvent extends Event {

  record AccountOpened(String owner) implements AccountEvent {}

  record MoneyDeposited(BigDecimal amount, Instant at) implements AccountEvent {}

  record MoneyWithdrawn(BigDecimal amount) implements AccountEvent {}
}
