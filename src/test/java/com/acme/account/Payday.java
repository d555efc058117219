package com.acme.account;

import com.acme.account.AccountCommand.DepositMoney;
import io.orchestrix.command.CommandBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/** Sends commands. */
@ApplicationScoped
class Payday {

  private final CommandBus commands;

  @Inject
  Payday(CommandBus commands) {
    this.commands = commands;
  }

  BigDecimal pay(List<String> accounts, BigDecimal wage) {
    BigDecimal highest = BigDecimal.ZERO;
    for (String account : accounts) {
      BigDecimal balance = commands.send(new DepositMoney(account, wage), BigDecimal.class);
      highest = highest.max(balance);
    }
    return highest;
  }
}
