package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.message.Command;
import io.orchestrix.message.PayloadException;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineSchedulerTest {

  record PaymentOverdue(String orderId, BigDecimal amount) {}

  record Unhandled() {}

  record Unwritable(String text) {}

  @RolesAllowed("clerk")
  record Dun(String orderId) implements Command {}

  private static final Duration HOUR = Duration.ofHours(1);
  private static final PaymentOverdue DUE = new PaymentOverdue("o", new BigDecimal("9.90"));

  private final List<DueDeadline> seen = new ArrayList<>();
  private final List<CommandMessage> sent = new ArrayList<>();

  private final Agenda agenda =
      new Agenda()
          .handlingDeadline(PaymentOverdue.class, seen::add)
          .handlingDeadline(Unwritable.class, seen::add)
          .handling(
              Dun.class,
              message -> {
                sent.add(message);
                return "done";
              })
          .start();

  @Test
  void it_is_handled_at_its_time_with_what_was_scheduled() {
    agenda.scheduler.schedule("o", HOUR, DUE);

    assertThat(agenda.scheduler.find(PaymentOverdue.class, "o")).contains(Agenda.START.plus(HOUR));
    assertThat(agenda.fireAfter(HOUR.minusMillis(1))).isZero();
    assertThat(agenda.fireAfter(Duration.ofMillis(1))).isEqualTo(1);
    assertThat(seen).extracting(DueDeadline::payload).containsExactly(DUE);
    assertThat(seen.get(0).deadline().key()).hasToString("PaymentOverdue/o");
    assertThat(agenda.scheduler.find(PaymentOverdue.class, "o")).isEmpty();
  }

  @Test
  void a_key_stands_for_the_last_one_and_can_be_cancelled() {
    agenda.scheduler.schedule("o", HOUR, DUE);
    agenda.scheduler.schedule("o", HOUR.multipliedBy(2), new PaymentOverdue("o", BigDecimal.ONE));
    agenda.scheduler.schedule("other", HOUR, DUE);

    assertThat(agenda.scheduler.cancel(PaymentOverdue.class, "other")).isTrue();
    assertThat(agenda.scheduler.cancel(PaymentOverdue.class, "other")).isFalse();
    assertThat(agenda.fireAfter(HOUR)).isZero();
    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);
    assertThat(seen)
        .extracting(DueDeadline::payload)
        .containsExactly(new PaymentOverdue("o", BigDecimal.ONE));
  }

  @Test
  void nothing_is_left_of_a_transaction_that_was_rolled_back() {
    assertThatThrownBy(
            () ->
                agenda.unitOfWork.run(
                    () -> {
                      agenda.scheduler.schedule("o", HOUR, DUE);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void its_handler_acts_on_behalf_of_who_has_scheduled_it() {
    agenda
        .handlingDeadline(
            PaymentOverdue.class, due -> agenda.bus.send(new Dun(due.deadline().caller())))
        .start();
    agenda.user.as("clara");
    agenda.scheduler.schedule("o", HOUR, DUE);
    agenda.user.as("");

    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);
    assertThat(sent).extracting(CommandMessage::payload).containsExactly(new Dun("clara"));
  }

  @Test
  void what_its_handler_sends_asynchronously_is_on_behalf_of_the_same() {
    agenda
        .handlingDeadline(
            PaymentOverdue.class,
            due -> agenda.bus.sendAsync(new Dun("o")).toCompletableFuture().join())
        .start();
    agenda.scheduler.schedule("o", HOUR, DUE);

    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);
    assertThat(sent).hasSize(1);
  }

  @Test
  void what_it_schedules_again_under_its_key_stays() {
    agenda
        .handlingDeadline(
            PaymentOverdue.class,
            due -> {
              seen.add(due);
              agenda.scheduler.schedule("o", HOUR, DUE);
            })
        .start();
    agenda.scheduler.schedule("o", HOUR, DUE);

    agenda.fireAfter(HOUR);
    agenda.fireAfter(HOUR);

    assertThat(seen).hasSize(2);
    assertThat(agenda.scheduler.find(PaymentOverdue.class, "o"))
        .contains(Agenda.START.plus(HOUR.multipliedBy(3)));
  }

  @Test
  void a_failure_rolls_back_and_it_is_tried_again() {
    List<Boolean> tried = new ArrayList<>();
    agenda
        .handlingDeadline(
            PaymentOverdue.class,
            due -> {
              tried.add(true);
              agenda.scheduler.schedule("other", HOUR, DUE);
              if (tried.size() < 3) {
                throw new IllegalStateException("away");
              }
            })
        .start();
    agenda.scheduler.schedule("o", HOUR, DUE);

    agenda.fireAfter(HOUR);
    assertThat(agenda.scheduler.find(PaymentOverdue.class, "other")).isEmpty();
    agenda.fireAfter(Duration.ofMinutes(1));
    agenda.fireAfter(Duration.ofMinutes(1));

    assertThat(tried).hasSize(3);
    assertThat(agenda.scheduler.find(PaymentOverdue.class, "other")).isPresent();
    assertThat(agenda.scheduler.find(PaymentOverdue.class, "o")).isEmpty();
  }

  @Test
  void what_is_wrong_comes_when_it_is_scheduled() {
    assertThatThrownBy(() -> agenda.scheduler.schedule("o", HOUR, new Unhandled()))
        .isInstanceOf(SchedulingException.class)
        .hasMessageContainingAll("ORX-3630", Unhandled.class.getName());
    assertThatThrownBy(() -> agenda.scheduler.schedule("", HOUR, DUE))
        .isInstanceOf(DeadlineException.class);
    assertThatThrownBy(() -> agenda.scheduler.schedule("o", HOUR, new Unwritable("\uD800")))
        .isInstanceOf(PayloadException.class);
    assertThatThrownBy(
            () -> agenda.scheduler.schedule("o", Agenda.START.minus(Duration.ofDays(99999)), DUE))
        .hasMessageContaining("ORX-3624");
    assertThat(agenda.deadlines.count()).isZero();
  }
}
