package io.orchestrix.saga;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Transfers.Deposit;
import io.orchestrix.saga.Transfers.Withdraw;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** Accounts that the transfers of an application go between; those that are closed take nothing. */
class Bank {

  static final String CLOSED = "closed-";

  record Booked(BigDecimal amount) implements Event {}

  /** Whatever is booked. */
  @Aggregate("account")
  static class Account extends AggregateRoot {

    private BigDecimal balance = BigDecimal.ZERO;

    void book(BigDecimal amount) {
      apply(new Booked(amount));
    }

    BigDecimal balance() {
      return balance;
    }

    void when(Booked event) {
      balance = balance.add(event.amount());
    }
  }

  @Inject AggregateRepository<Account> accounts;

  BigDecimal withdraw(@HandlesCommand Withdraw command) {
    return book(command.account(), command.amount().negate());
  }

  BigDecimal deposit(@HandlesCommand Deposit command) {
    if (command.account().startsWith(CLOSED)) {
      throw Transfers.refusal();
    }
    return book(command.account(), command.amount());
  }

  private BigDecimal book(String account, BigDecimal amount) {
    return accounts.updateOrCreate(account, each -> each.book(amount)).balance();
  }
}
