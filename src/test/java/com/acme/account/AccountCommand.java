package com.acme.account;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import java.math.BigDecimal;

/** What is asked of accounts. */
sealed interface AccountCommand extends Command {

  @TargetId
  String accountId();

  record OpenAccount(String accountId, String owner) implements AccountCommand {}

  record DepositMoney(String accountId, BigDecimal amount) implements AccountCommand {}

  record WithdrawMoney(String accountId, BigDecimal amount) implements AccountCommand {}
}
