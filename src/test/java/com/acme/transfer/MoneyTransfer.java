package com.acme.transfer;

import com.acme.transfer.AccountCommand.Deposit;
import com.acme.transfer.AccountCommand.Withdraw;
import io.orchestrix.message.Command;
import io.orchestrix.saga.Compensation;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.OnDeadline;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.SagaContext;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;

/** Money goes from one account to another, or stays where it was. */
@Saga("money-transfer")
class MoneyTransfer {

  record State(String from, String to, BigDecimal amount) {}

  @StartsOn
  @Correlate("transferId")
  State start(@HandlesEvent TransferRequested e) {
    return new State(e.from(), e.to(), e.amount());
  }

  @Step(order = 1, compensatedBy = "refund")
  Command debit(State s) {
    return new Withdraw(s.from(), s.amount());
  }

  @Compensation
  Command refund(State s) {
    return new Deposit(s.from(), s.amount());
  }

  @Step(order = 2)
  Command credit(State s) {
    return new Deposit(s.to(), s.amount());
  }

  @OnDeadline("PT30S")
  void late(SagaContext saga) {
    saga.compensate("it took too long");
  }
}
