package com.acme.account;

import com.acme.account.AccountCommand.DepositMoney;
import com.acme.account.AccountCommand.OpenAccount;
import com.acme.account.AccountCommand.WithdrawMoney;
import com.acme.account.AccountEvent.AccountOpened;
import com.acme.account.AccountEvent.MoneyDeposited;
import com.acme.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.HandlesCommand;
import java.math.BigDecimal;
import java.time.Clock;

/** An account that handles its own commands. */
@Aggregate("account")
class Account extends AggregateRoot {

  private BigDecimal balance = BigDecimal.ZERO;

  @Creates
  void open(@HandlesCommand OpenAccount command) {
    apply(new AccountOpened(command.owner()));
  }

  BigDecimal deposit(@HandlesCommand DepositMoney command, Clock clock) {
    apply(new MoneyDeposited(command.amount(), clock.instant()));
    return balance;
  }

  BigDecimal withdraw(@HandlesCommand WithdrawMoney command) {
    withdraw(command.amount());
    return balance;
  }

  void withdraw(BigDecimal amount) {
    if (balance.compareTo(amount) < 0) {
      throw new DomainRuleException(
          "no-overdraft", "The balance is %s; %s cannot be withdrawn.".formatted(balance, amount));
    }
    apply(new MoneyWithdrawn(amount));
  }

  BigDecimal balance() {
    return balance;
  }

  void when(MoneyDeposited event) {
    balance = balance.add(event.amount());
  }

  void when(MoneyWithdrawn event) {
    balance = balance.subtract(event.amount());
  }

  void when(AccountOpened event) {
    balance = BigDecimal.ZERO.setScale(2);
  }
}
