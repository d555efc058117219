package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.ForbiddenCommandException;
import io.orchestrix.command.InvalidCommandException;
import io.orchestrix.command.NoHandlerException;
import io.orchestrix.command.Route;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.message.Command;
import io.orchestrix.unitofwork.ConflictException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduledCommandsTest {

  record Remind(@NotBlank String whom, BigDecimal amount) implements Command {
    Remind(String whom) {
      this(whom, new BigDecimal("1.50"));
    }
  }

  @RolesAllowed("clerk")
  record Dismiss(String whom) implements Command {}

  record Begin(String whom) implements Command {}

  record Unhandled() implements Command {}

  /** Has a simple name that another one has, too. */
  static final class Other {
    record Remind(String whom) implements Command {}
  }

  /** A rule of the domain. */
  static final class Refusal extends OrchestrixException {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super("ORX-9001", Kind.REFUSED, "no");
    }
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private final List<CommandMessage> seen = new ArrayList<>();
  private final List<String> callers = new ArrayList<>();
  private @Nullable RuntimeException failure;

  private final Agenda agenda =
      new Agenda().handling(Remind.class, this::see).handling(Dismiss.class, this::see).start();

  private Object see(CommandMessage message) {
    seen.add(message);
    callers.add(agenda.caller.name());
    if (failure != null) {
      throw failure;
    }
    return "done";
  }

  @Test
  void a_command_is_sent_at_its_time_and_not_before() {
    ScheduledCommand scheduled = agenda.bus.schedule(new Remind("ada"), HOUR);

    assertThat(scheduled.dueAt()).isEqualTo(Agenda.START.plus(HOUR));
    assertThat(agenda.fireAfter(HOUR.minusNanos(1000))).isZero();
    assertThat(agenda.fireAfter(Duration.ofNanos(1000))).isEqualTo(1);
    assertThat(seen).extracting(CommandMessage::payload).containsExactly(new Remind("ada"));
    assertThat(agenda.fireAfter(HOUR)).isZero();
    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void it_is_rolled_back_with_the_transaction() {
    assertThatThrownBy(
            () ->
                agenda.unitOfWork.run(
                    () -> {
                      agenda.bus.schedule(new Remind("ada"), HOUR);
                      throw new Refusal();
                    }))
        .isInstanceOf(Refusal.class);

    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void what_is_wrong_comes_when_it_is_scheduled() {
    assertThatThrownBy(() -> agenda.bus.schedule(new Unhandled(), HOUR))
        .isInstanceOf(NoHandlerException.class);
    assertThatThrownBy(() -> agenda.bus.schedule(new Remind(" "), HOUR))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> agenda.bus.schedule(new Dismiss("ada"), HOUR))
        .isInstanceOf(ForbiddenCommandException.class);
    assertThatThrownBy(() -> agenda.bus.schedule(new Remind("ada"), Instant.MAX))
        .hasMessageContaining("ORX-3624");
    assertThatThrownBy(() -> agenda.bus.schedule(new Remind("ada"), Duration.ofSeconds(1L << 62)))
        .hasMessageContaining("ORX-3624");
    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void it_is_sent_on_behalf_of_who_has_scheduled_it() {
    agenda.user.as("clara", "clerk");
    agenda.bus.schedule(new Dismiss("ada"), HOUR);
    agenda.user.as("nobody");

    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);
    assertThat(callers).containsExactly("clara");
    assertThat(agenda.caller.name()).isEqualTo("nobody");
  }

  @Test
  void what_its_handler_sends_is_judged_by_the_roles_of_who_has_scheduled_it() {
    agenda.handling(Begin.class, message -> agenda.bus.send(new Dismiss("ada"))).start();
    agenda.user.as("mallory", "guest");
    agenda.bus.schedule(new Begin("x"), HOUR);
    agenda.user.as("clara", "clerk");
    agenda.bus.schedule(new Begin("y"), HOUR);
    agenda.user.as("");

    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);

    assertThat(callers).containsExactly("clara");
    assertThat(agenda.deadlines.givenUp(null, 9))
        .singleElement()
        .satisfies(given -> assertThat(given.caller()).isEqualTo("mallory"));
  }

  @Test
  void it_continues_what_was_handled_when_it_was_scheduled() {
    List<CommandMessage> first = new ArrayList<>();
    agenda
        .handling(
            Begin.class,
            message -> {
              first.add(message);
              return agenda.bus.schedule(new Remind("ada"), HOUR).key();
            })
        .start();
    agenda.bus.send(new Begin("ada"));

    agenda.fireAfter(HOUR);

    assertThat(seen.get(0).metadata().correlationId())
        .isEqualTo(first.get(0).metadata().correlationId());
    assertThat(seen.get(0).metadata().causationId()).isEqualTo(first.get(0).metadata().id());
  }

  @Test
  void a_cancelled_command_is_not_sent() {
    ScheduledCommand scheduled = agenda.bus.schedule(new Remind("ada"), HOUR);

    assertThat(agenda.bus.cancel("unknown")).isFalse();
    assertThat(agenda.bus.cancel(scheduled.key())).isTrue();
    assertThat(agenda.bus.cancel(scheduled.key())).isFalse();
    assertThat(agenda.fireAfter(HOUR)).isZero();
  }

  @Test
  void under_a_key_there_is_one_of_each_caller_and_it_is_sent_once() {
    agenda.user.as("ada");
    agenda.bus.withIdempotencyKey("k").schedule(new Remind("x"), Duration.ofHours(9));
    agenda.bus.withIdempotencyKey("k").schedule(new Remind("x"), HOUR);
    agenda.user.as("bob");
    agenda.bus.withIdempotencyKey("k").schedule(new Remind("x"), HOUR);

    assertThat(agenda.deadlines.count()).isEqualTo(2);
    assertThat(agenda.fireAfter(HOUR)).isEqualTo(2);
    assertThat(callers).containsExactlyInAnyOrder("ada", "bob");
    agenda.bus.withIdempotencyKey("k").schedule(new Remind("x"), HOUR);
    assertThat(agenda.fireAfter(HOUR)).isEqualTo(1);
    assertThat(seen).as("nothing was executed again").hasSize(2);
  }

  @Test
  void a_refused_command_is_given_up_at_once_and_an_operator_sees_it() {
    agenda.bus.schedule(new Remind("ada"), HOUR);
    failure = new Refusal();

    assertThat(agenda.fireAfter(HOUR)).isZero();

    assertThat(seen).hasSize(1);
    Deadline stopped = agenda.deadlines.givenUp(null, 10).get(0);
    assertThat(stopped.failure()).contains("ORX-9001");
    assertThat(agenda.fireAfter(Duration.ofDays(1))).isZero();
    failure = null;
    agenda.deadlines.retry(stopped.key());
    assertThat(agenda.fire()).isEqualTo(1);
    assertThat(agenda.deadlines.count()).isZero();
  }

  @Test
  void another_failure_is_tried_again_as_configured_and_then_given_up() {
    agenda.settings.put("orchestrix.deadlines.failure.attempts", "3");
    agenda.settings.put("orchestrix.deadlines.failure.policy", "fixed");
    agenda.settings.put("orchestrix.deadlines.failure.pause", "PT10S");
    agenda.start();
    agenda.bus.schedule(new Remind("ada"), HOUR);
    failure = new IllegalStateException("the mail server is away");

    agenda.fireAfter(HOUR);
    agenda.fireAfter(Duration.ofSeconds(9));
    assertThat(seen).hasSize(1);
    agenda.fireAfter(Duration.ofSeconds(1));
    agenda.fireAfter(Duration.ofSeconds(10));
    agenda.fireAfter(HOUR);

    assertThat(seen).hasSize(3);
    assertThat(agenda.deadlines.countGivenUp()).isEqualTo(1);
  }

  @Test
  void a_conflict_is_nobodys_fault() {
    agenda.bus.schedule(new Remind("ada"), HOUR);
    failure = new ConflictException(new IllegalStateException("a rival"));

    assertThatThrownBy(() -> agenda.fireAfter(HOUR)).isInstanceOf(ConflictException.class);
    assertThat(agenda.deadlines.page(null, 9).get(0).attempts()).isZero();
    failure = null;
    assertThat(agenda.fire()).isEqualTo(1);
  }

  @Test
  void another_application_sends_what_one_has_left() {
    agenda.bus.schedule(new Remind("ada"), HOUR);

    agenda.start();

    assertThat(agenda.fireAfter(Duration.ofDays(3))).isEqualTo(1);
    assertThat(seen).extracting(CommandMessage::payload).containsExactly(new Remind("ada"));
  }

  @Test
  void what_a_node_does_not_know_is_left_to_others() {
    agenda.settings.put("orchestrix.deadlines.failure.policy", "none");
    agenda.bus.schedule(new Remind("ada"), HOUR);
    agenda.recurring.schedule("r", new Remind("bob"), Recurrence.parse("hour=1 timezone=UTC"));
    Route route = Objects.requireNonNull(agenda.commands.remove(Remind.class));
    agenda.start();
    assertThat(agenda.fireAfter(HOUR)).isZero();
    assertThat(agenda.deadlines.page(null, 9)).hasSize(2).allMatch(kept -> kept.attempts() == 0);

    agenda.commands.put(Remind.class, route);
    agenda.start();

    assertThat(agenda.fire()).isEqualTo(2);
  }

  @Test
  void one_that_could_be_two_commands_by_now_is_given_up() {
    agenda.settings.put("orchestrix.deadlines.failure.policy", "none");
    agenda.bus.schedule(new Remind("ada"), HOUR);
    agenda.handling(Other.Remind.class, this::see).start();

    assertThat(agenda.fireAfter(HOUR)).isZero();

    assertThat(seen).isEmpty();
    assertThat(agenda.deadlines.givenUp(null, 10))
        .singleElement()
        .satisfies(given -> assertThat(given.failure()).contains("ORX-3632"));
  }

  @Test
  void two_commands_of_one_name_cannot_be_told_apart() {
    agenda.handling(Other.Remind.class, message -> null).start();

    assertThatThrownBy(() -> agenda.bus.schedule(new Remind("ada"), HOUR))
        .isInstanceOf(SchedulingException.class)
        .hasMessageContainingAll("ORX-3632", Other.Remind.class.getName());
  }

  @Test
  void an_operator_is_told_what_cannot_be_done() {
    agenda.bus.schedule(new Remind("ada"), HOUR);
    DeadlineKey key = agenda.deadlines.page(null, 1).get(0).key();
    DeadlineKey unknown = new DeadlineKey("scheduled-command:Remind", "unknown");

    assertThatThrownBy(() -> agenda.deadlines.retry(key)).hasMessageContaining("ORX-3636");
    assertThatThrownBy(() -> agenda.deadlines.retry(unknown)).hasMessageContaining("ORX-3635");
    agenda.deadlines.cancel(key);
    assertThatThrownBy(() -> agenda.deadlines.cancel(key)).hasMessageContaining("ORX-3635");
    assertThat(agenda.deadlines.count()).isZero();
  }
}
