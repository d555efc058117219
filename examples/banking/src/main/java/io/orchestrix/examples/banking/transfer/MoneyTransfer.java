package io.orchestrix.examples.banking.transfer;

import io.orchestrix.examples.banking.account.CreditTransfer;
import io.orchestrix.examples.banking.account.DebitTransfer;
import io.orchestrix.examples.banking.account.RefundTransfer;
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

/** Takes money from one account and gives it to another, or back if that is not possible. */
@Saga(MoneyTransfer.NAME)
class MoneyTransfer {

  static final String NAME = "money-transfer";

  record State(String transferId, String from, String to, BigDecimal amount) {}

  @StartsOn
  @Correlate("transferId")
  State start(@HandlesEvent TransferRequested event) {
    return new State(event.transferId(), event.from(), event.to(), event.amount());
  }

  @Step(order = 1, compensatedBy = "refund")
  Command debit(State transfer) {
    return new DebitTransfer(transfer.from(), transfer.transferId(), transfer.amount());
  }

  @Compensation
  Command refund(State transfer) {
    return new RefundTransfer(transfer.from(), transfer.transferId(), transfer.amount());
  }

  @Step(order = 2)
  Command credit(State transfer) {
    return new CreditTransfer(transfer.to(), transfer.transferId(), transfer.amount());
  }

  @OnDeadline("PT30S")
  void late(State transfer, SagaContext saga) {
    saga.compensate("it took longer than 30 seconds");
  }
}
