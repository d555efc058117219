package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.ForbiddenCommandException;
import io.orchestrix.message.Command;
import io.orchestrix.monitor.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringCommandsTest {

  record CreditInterest(String bank) implements Command {}

  @RolesAllowed("clerk")
  record Audit() implements Command {}

  private static final Recurrence AT_THREE = Recurrence.parse("hour=3 timezone=UTC");
  private static final CreditInterest INTEREST = new CreditInterest("b");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<Instant> times = new ArrayList<>();
  private final List<Object> sent = new ArrayList<>();
  private boolean isFailing;

  private final Agenda agenda =
      new Agenda()
          .handling(CreditInterest.class, this::see)
          .handling(Audit.class, this::see)
          .start();

  private Object see(CommandMessage message) {
    times.add(agenda.clock.instant());
    sent.add(message.payload());
    if (isFailing) {
      throw new IllegalStateException("away");
    }
    return "done";
  }

  private void hours(int many) {
    for (int i = 0; i < many; i++) {
      agenda.fireAfter(HOUR);
    }
  }

  private static Instant day(int day) {
    return Instant.parse("2026-01-0%dT03:00:00Z".formatted(day));
  }

  @Test
  void it_is_sent_each_time() {
    assertThat(agenda.recurring.schedule("interest", INTEREST, AT_THREE)).isEqualTo(day(1));

    hours(4 * 24);

    assertThat(times).containsExactly(day(1), day(2), day(3), day(4));
    assertThat(sent).containsOnly(INTEREST);
    assertThat(agenda.recurring.next("interest")).contains(day(5));
  }

  @Test
  void what_was_missed_is_made_up_for_once() {
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    Duration threeDays = Duration.ofHours(3 * 24 + 12);

    agenda.start();
    assertThat(agenda.fireAfter(threeDays)).isEqualTo(1);

    assertThat(times).containsExactly(Agenda.START.plus(threeDays));
    assertThat(agenda.recurring.next("interest")).contains(day(5));
  }

  @Test
  void scheduling_the_same_again_leaves_what_was_missed() {
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    agenda.clock.advance(HOUR.multipliedBy(12));

    agenda.start();
    assertThat(agenda.recurring.schedule("interest", INTEREST, AT_THREE)).isEqualTo(day(1));

    assertThat(agenda.fire()).isEqualTo(1);
    assertThat(agenda.recurring.next("interest")).contains(day(2));
  }

  @Test
  void another_caller_or_time_or_command_replaces_it() {
    agenda.user.as("clara", "clerk");
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    agenda.user.as("dave", "clerk");
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    assertThat(agenda.deadlines.page(null, 9)).extracting(Deadline::caller).containsExactly("dave");

    agenda.recurring.schedule("interest", INTEREST, Recurrence.parse("hour=5 timezone=UTC"));
    assertThat(agenda.recurring.next("interest")).contains(day(1).plus(HOUR.multipliedBy(2)));

    agenda.recurring.schedule("interest", new Audit(), AT_THREE);
    agenda.recurring.schedule("other", INTEREST, AT_THREE);
    assertThat(agenda.deadlines.page(null, 9))
        .extracting(each -> each.key().toString())
        .containsExactly(
            "recurring-command:Audit/interest", "recurring-command:CreditInterest/other");
    assertThat(agenda.recurring.cancel("interest")).isTrue();
    assertThat(agenda.deadlines.count()).isEqualTo(1);
  }

  @Test
  void blanks_of_all_kinds_do_no_harm() {
    Recurrence last = Recurrence.parse("dayOfMonth=Last\n\tFri\nhour=3 timezone=UTC");
    assertThat(last).isEqualTo(Recurrence.parse("dayOfMonth=Last Fri hour=3 timezone=UTC"));
    agenda.recurring.schedule("interest", INTEREST, last);

    assertThat(agenda.fireAfter(Duration.ofDays(31))).isEqualTo(1);

    assertThat(sent).containsExactly(INTEREST);
  }

  @Test
  void a_name_stands_for_the_last_one() {
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    agenda.recurring.schedule(
        "interest", new CreditInterest("c"), Recurrence.parse("hour=5 timezone=UTC"));

    hours(24);

    assertThat(sent).containsExactly(new CreditInterest("c"));
    assertThat(agenda.recurring.cancel("interest")).isTrue();
    assertThat(agenda.recurring.cancel("interest")).isFalse();
    assertThat(agenda.recurring.next("interest")).isEmpty();
    hours(24);
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_time_that_fails_for_good_is_kept_and_the_next_one_comes() {
    agenda.settings.put("orchestrix.deadlines.failure.attempts", "2");
    agenda.start();
    agenda.recurring.schedule("interest", INTEREST, AT_THREE);
    isFailing = true;

    hours(3);
    assertThat(agenda.recurring.next("interest")).as("tried again first").contains(day(1));
    hours(1);
    assertThat(times).hasSize(2);
    assertThat(agenda.recurring.next("interest")).contains(day(2));
    assertThat(agenda.monitor.signals(Signal.DeadlineFailed.class))
        .extracting(Signal.DeadlineFailed::attempt, Signal.DeadlineFailed::isLast)
        .containsExactly(tuple(1, false), tuple(2, true));
    assertThat(agenda.deadlines.givenUp(null, 9))
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.key()).hasToString("scheduled-command:CreditInterest/interest");
              assertThat(given.dueAt()).isEqualTo(day(1));
              assertThat(given.failure()).contains("away");
            });
    isFailing = false;
    hours(24);
    assertThat(times).hasSize(3);
    agenda.deadlines.retry(new DeadlineKey("scheduled-command:CreditInterest", "interest"));
    assertThat(agenda.fire()).isEqualTo(1);
    assertThat(agenda.deadlines.count()).as("the next time").isEqualTo(1);
  }

  @Test
  void it_ends_with_its_last_time_be_it_that_this_fails() {
    agenda.settings.put("orchestrix.deadlines.failure.policy", "none");
    agenda.start();
    Recurrence once = Recurrence.parse("year=2026 month=Jan dayOfMonth=2 timezone=UTC");
    agenda.recurring.schedule("once", INTEREST, once);
    agenda.recurring.schedule("lost", INTEREST, once);

    hours(23);
    isFailing = true;
    hours(1);
    isFailing = false;
    hours(48);

    assertThat(times).hasSize(2);
    assertThat(agenda.recurring.next("once")).isEmpty();
    assertThat(agenda.recurring.next("lost")).isEmpty();
    assertThat(agenda.deadlines.countGivenUp()).isEqualTo(agenda.deadlines.count()).isEqualTo(2);
  }

  @Test
  void what_is_wrong_comes_when_it_is_scheduled() {
    assertThatThrownBy(() -> agenda.recurring.schedule("audit", new Audit(), AT_THREE))
        .isInstanceOf(ForbiddenCommandException.class);
    assertThatThrownBy(
            () -> agenda.recurring.schedule("past", INTEREST, Recurrence.parse("year=2020")))
        .isInstanceOf(SchedulingException.class)
        .hasMessageContainingAll("ORX-3623", "year=2020");
    assertThatThrownBy(() -> agenda.recurring.schedule("", INTEREST, AT_THREE))
        .isInstanceOf(DeadlineException.class);
    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void it_goes_on_on_behalf_of_who_has_scheduled_it() {
    agenda.user.as("clara", "clerk");
    agenda.recurring.schedule("audit", new Audit(), AT_THREE);
    agenda.user.as("");

    hours(48);

    assertThat(sent).hasSize(2);
    assertThat(agenda.deadlines.page(null, 1).get(0).caller()).isEqualTo("clara");
  }
}
