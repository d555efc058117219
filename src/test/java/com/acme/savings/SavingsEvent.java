package com.acme.savings;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import java.math.BigDecimal;

/** What happens to savings accounts. */
sealed interface SavingsEvent extends Event {

  String accountId();

  @EventType("savings-opened")
  record SavingsOpened(String accountId, String owner) implements SavingsEvent {}

  @EventType("savings-deposited")
  record SavingsDeposited(String accountId, BigDecimal amount) implements SavingsEvent {}
}
