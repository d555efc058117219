package com.acme.transfer;

import com.acme.transfer.AccountCommand.Deposit;
import com.acme.transfer.AccountCommand.Withdraw;
import com.acme.transfer.MoneyTransfer.State;
import io.orchestrix.message.Command;
import io.orchestrix.saga.Compensation;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;

/** The second version: the bank takes a fee, and there is no hurry. */
@Saga(value = "money-transfer", version = 2)
class MoneyTransferWithFee {

  private static final BigDecimal FEE = new BigDecimal("0.50");

  @StartsOn
  @Correlate("transferId")
  State start(@HandlesEvent TransferRequested e) {
    return new State(e.from(), e.to(), e.amount());
  }

  @Step(order = 1, compensatedBy = "refund")
  Command debit(State s) {
    return new Withdraw(s.from(), s.amount().add(FEE));
  }

  @Compensation
  Command refund(State s) {
    return new Deposit(s.from(), s.amount().add(FEE));
  }

  @Step(order = 2)
  Command credit(State s) {
    return new Deposit(s.to(), s.amount());
  }
}
