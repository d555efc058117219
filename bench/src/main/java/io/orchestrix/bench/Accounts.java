package io.orchestrix.bench;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The command handlers of Orchestrix. */
@ApplicationScoped
class Accounts {

  @Inject AggregateRepository<Account> accounts;

  void open(@HandlesCommand OpenAccount command) {
    accounts.create(
        command.account(),
        account -> {
          for (int i = 0; i < command.bookings(); i++) {
            account.book();
          }
        });
  }

  void book(@HandlesCommand BookMoney command) {
    accounts.update(command.account(), Account::book);
  }
}
