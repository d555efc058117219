package com.acme.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.transfer.AccountCommand.Deposit;
import com.acme.transfer.AccountCommand.Withdraw;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.testkit.SagaFixture;
import io.orchestrix.testkit.SagaReplay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an application tests of a saga. */
class MoneyTransferTest {

  private static final Path HISTORIES = Path.of("test/resources/com/acme/transfer");
  private static final BigDecimal TEN = new BigDecimal("10.00");
  private final RuntimeException away = new IllegalStateException("away");

  private final SagaFixture transfer = SagaFixture.of(new MoneyTransfer());

  private static TransferRequested requested(String id) {
    return new TransferRequested(id, "A", "B", TEN);
  }

  @Test
  void money_is_moved() {
    transfer
        .whenEvent(new TransferRequested("T-1", "A", "B", TEN))
        .thenCommands(new Withdraw("A", TEN), new Deposit("B", TEN))
        .expectCompleted();
  }

  @Test
  void a_closed_account_sends_the_money_back() {
    transfer
        .onCommand(
            Deposit.class,
            deposit -> {
              if (deposit.account().equals("B")) {
                throw new AccountClosedException("B");
              }
              return null;
            })
        .whenEvent(new TransferRequested("T-1", "A", "B", TEN))
        .thenCommands(new Withdraw("A", TEN), new Deposit("B", TEN), new Deposit("A", TEN))
        .expectCompensated("debit");
  }

  @Test
  void a_step_that_fails_is_tried_again() {
    transfer
        .failing(Withdraw.class, away, 2)
        .whenEvent(requested("T-1"))
        .expectWaiting()
        .elapse(Duration.ofSeconds(1))
        .thenCommands(new Withdraw("A", TEN))
        .elapse(Duration.ofSeconds(2))
        .thenCommands(new Withdraw("A", TEN), new Deposit("B", TEN))
        .expectCompleted();
  }

  @Test
  void a_refund_that_never_succeeds_is_done_by_hand() {
    transfer
        .failing(Deposit.class, away, Integer.MAX_VALUE)
        .whenEvent(requested("T-1"))
        .elapse(Duration.ofHours(1))
        .expectQuarantined("refund")
        .operate(OperatorAction.MARK_DONE)
        .thenNoCommands()
        .expectCompensated("debit");
  }

  @Test
  void of_several_transfers_each_has_its_own_end() {
    transfer
        .given(requested("T-1"))
        .failing(Withdraw.class, away, 3)
        .whenEvent(requested("T-2"))
        .elapse(Duration.ofMinutes(1))
        .of("T-1")
        .expectCompleted()
        .of("T-2")
        .expectCompensated();
  }

  @Test
  void old_transfers_can_go_on() {
    SagaReplay.assertCompatible(HISTORIES, new MoneyTransfer(), new MoneyTransferWithFee());
  }

  @Test
  void the_second_version_alone_does_not_know_old_transfers() {
    assertThatThrownBy(() -> SagaReplay.assertCompatible(HISTORIES, new MoneyTransferWithFee()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("money-transfer/T-1, entry 1 (orchestrix.SagaStarted)")
        .hasMessageContaining("There is no version 1, nor a migration.");
  }
}
