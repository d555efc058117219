package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.saga.Transfers.Deposit;
import io.orchestrix.saga.Transfers.Requested;
import io.orchestrix.saga.Transfers.Withdraw;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferTest {

  private static final BigDecimal TEN = new BigDecimal("10.00");

  private final SentCommands commands = new SentCommands();
  private final Rig rig = new Rig(commands, Transfers.EVENTS, Transfers.definition());

  private void request() {
    rig.happens("transfer/T-1", new Requested("T-1", "A", "B", TEN));
  }

  private SagaInstance instance() {
    return rig.instance("transfer", "T-1");
  }

  @Test
  void all_steps_are_done_in_their_order() {
    request();

    assertThat(commands.sent).containsExactly(new Withdraw("A", TEN), new Deposit("B", TEN));
    assertThat(instance().status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(instance().steps())
        .extracting(StepProgress::step, StepProgress::status)
        .containsExactly(
            tuple("debit", StepStatus.COMPLETED), tuple("credit", StepStatus.COMPLETED));
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void a_refused_step_lets_those_before_it_be_taken_back_and_not_itself() {
    commands.on(
        Deposit.class,
        deposit -> {
          if (deposit.account().equals("B")) {
            throw Transfers.refusal();
          }
          return null;
        });

    request();

    assertThat(commands.sent)
        .containsExactly(new Withdraw("A", TEN), new Deposit("B", TEN), new Deposit("A", TEN));
    assertThat(instance().status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(instance().reason()).contains("credit", "closed");
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void a_step_that_fails_is_tried_again_after_growing_pauses() {
    int[] failures = {2};
    commands.on(
        Withdraw.class,
        withdraw -> {
          if (failures[0]-- > 0) {
            throw new IllegalStateException("no luck");
          }
          return null;
        });

    request();
    assertThat(instance().failing()).hasSize(1);
    rig.elapse(Duration.ofMillis(999));
    assertThat(commands.sent).hasSize(1);
    rig.elapse(Duration.ofMillis(1));
    assertThat(commands.sent).hasSize(2);
    rig.elapse(Duration.ofSeconds(2));

    assertThat(instance().status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(commands.keys.get(0))
        .isEqualTo(commands.keys.get(1))
        .isEqualTo(commands.keys.get(2));
  }

  @Test
  void a_deadline_lets_it_be_taken_back() {
    commands.on(
        Deposit.class,
        deposit -> {
          if (deposit.account().equals("B")) {
            throw new IllegalStateException("no luck");
          }
          return null;
        });
    Rig patient =
        new Rig(
            commands,
            Transfers.EVENTS,
            SagaDefinition.named("transfer", Transfers.State.class)
                .startsOn(
                    Requested.class,
                    e -> new Transfers.State(e.transferId(), e.from(), e.to(), e.amount()),
                    "transferId")
                .step("debit", (s, saga) -> new Withdraw(s.from(), s.amount()))
                .compensatedBy((s, saga) -> new Deposit(s.from(), s.amount()))
                .step("credit", (s, saga) -> new Deposit(s.to(), s.amount()))
                .retry(Rig.policy(100, Duration.ofSeconds(1)))
                .deadline(
                    "late",
                    Duration.ofSeconds(30),
                    (s, saga) -> {
                      saga.compensate("late");
                      return null;
                    })
                .build());
    patient.happens("transfer/T-1", new Requested("T-1", "A", "B", TEN));

    patient.elapse(Duration.ofSeconds(30).minusNanos(1000));
    assertThat(patient.instance("transfer", "T-1").status()).isEqualTo(SagaStatus.ACTIVE);
    patient.elapse(Duration.ofNanos(1000));

    SagaInstance instance = patient.instance("transfer", "T-1");
    assertThat(instance.status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(instance.reason()).isEqualTo("late");
    assertThat(commands.sent).endsWith(new Deposit("A", TEN));
  }
}
