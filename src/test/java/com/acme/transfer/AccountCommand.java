package com.acme.transfer;

import io.orchestrix.message.Command;
import java.math.BigDecimal;

/** What is asked of accounts. */
sealed interface AccountCommand extends Command {

  record Withdraw(String account, BigDecimal amount) implements AccountCommand {}

  record Deposit(String account, BigDecimal amount) implements AccountCommand {}
}
