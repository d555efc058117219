package com.acme.bank;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The events of accounts as the code has them now. */
sealed interface AccountEvent extends Event {

  @EventType(revision = 2)
  record AccountOpened(String accountId, String owner) implements AccountEvent {}

  @EventType(revision = 2)
  record MoneyDeposited(String accountId, BigDecimal amount, String currency)
      implements AccountEvent {}

  @EventType(aliases = "AccountFrozen")
  record AccountSuspended(String accountId, @Nullable String reason) implements AccountEvent {}

  @EventType
  record OwnerChanged(String accountId, String owner) implements AccountEvent {}
}
