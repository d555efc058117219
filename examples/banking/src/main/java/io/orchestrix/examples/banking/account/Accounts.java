package io.orchestrix.examples.banking.account;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Handles the commands about accounts. */
@ApplicationScoped
class Accounts {

  @Inject AggregateRepository<Account> accounts;

  AccountView open(@HandlesCommand OpenAccount command) {
    return accounts.create(command.accountId(), account -> account.open(command)).view();
  }

  AccountView deposit(@HandlesCommand DepositMoney command) {
    return update(command.accountId(), account -> account.deposit(command));
  }

  AccountView withdraw(@HandlesCommand WithdrawMoney command) {
    return update(command.accountId(), account -> account.withdraw(command));
  }

  AccountView debit(@HandlesCommand DebitTransfer command) {
    return update(command.accountId(), account -> account.debit(command));
  }

  AccountView credit(@HandlesCommand CreditTransfer command) {
    return update(command.accountId(), account -> account.credit(command));
  }

  AccountView refund(@HandlesCommand RefundTransfer command) {
    return update(command.accountId(), account -> account.refund(command));
  }

  AccountView suspend(@HandlesCommand SuspendAccount command) {
    return update(command.accountId(), Account::suspend);
  }

  AccountView reactivate(@HandlesCommand ReactivateAccount command) {
    return update(command.accountId(), Account::reactivate);
  }

  AccountView close(@HandlesCommand CloseAccount command) {
    return update(command.accountId(), Account::close);
  }

  private AccountView update(String accountId, Consumer<Account> decision) {
    return accounts.update(accountId, decision).view();
  }
}
