package io.orchestrix.examples.banking.payroll;

import io.orchestrix.examples.banking.account.DepositMoney;
import io.orchestrix.message.Command;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;

/** Pays a salary in. What cannot be paid in is there to be seen among the sagas. */
@Saga("salary-payment")
class SalaryPayment {

  record State(String paymentId, String accountId, BigDecimal amount) {}

  @StartsOn
  @Correlate("paymentId")
  State start(@HandlesEvent SalaryPaid event) {
    return new State(event.paymentId(), event.accountId(), event.amount());
  }

  @Step(order = 1)
  Command deposit(State salary) {
    return new DepositMoney(salary.accountId(), "salary " + salary.paymentId(), salary.amount());
  }
}
