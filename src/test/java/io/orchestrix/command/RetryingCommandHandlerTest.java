package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.Settings;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Origin;
import io.orchestrix.monitor.Signal.CommandRetried;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryingCommandHandlerTest {

  private final RecordingMonitor monitor = new RecordingMonitor();
  private final CurrentMessage current = new CurrentMessage();
  private final ThreadUnitOfWork unitOfWork = new ThreadUnitOfWork();
  private final CommandMessage message = new Greet("Ada").message();
  private final List<Integer> attempts = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  private CommandHandler retrying(int atMost, CommandHandler next) {
    return new RetryingCommandHandler(
        attempts(atMost),
        unitOfWork,
        current,
        command -> {
          attempts.add(current.attempt());
          return next.handle(command);
        });
  }

  private Attempts attempts(int atMost) {
    Map<String, String> set = Map.of("orchestrix.retry.attempts", String.valueOf(atMost));
    Settings settings = new Settings(name -> Optional.ofNullable(set.get(name)));
    return new Attempts(
        new CommandPolicies(settings, List.of("Greet")), monitor, Clock.systemUTC(), pauses::add);
  }

  private Object winAtAttempt(int winning) {
    if (current.attempt() < winning) {
      throw new ConflictException(new IllegalStateException("lost"));
    }
    return "won";
  }

  @Test
  void a_lost_command_is_tried_until_it_wins() throws Exception {
    assertThat(retrying(5, command -> winAtAttempt(3)).handle(message)).isEqualTo("won");
    assertThat(attempts).containsExactly(1, 2, 3);
    assertThat(monitor.signals(CommandRetried.class))
        .extracting(CommandRetried::attempt)
        .containsExactly(1, 2);
  }

  @Test
  void the_last_conflict_comes_out_when_the_attempts_are_used_up() {
    assertThatThrownBy(() -> retrying(4, command -> winAtAttempt(9)).handle(message))
        .isInstanceOf(ConflictException.class);
    assertThat(attempts).containsExactly(1, 2, 3, 4);
    assertThat(monitor.signals(CommandRetried.class)).hasSize(3);
  }

  @Test
  void nothing_but_a_conflict_is_tried_again() {
    UnavailableException away = new UnavailableException(new IllegalStateException("away"));
    CommandHandler handler =
        retrying(
            5,
            command -> {
              throw away;
            });

    assertThatThrownBy(() -> handler.handle(message)).isSameAs(away);
    assertThat(attempts).containsExactly(1);
    assertThat(monitor.signals()).isEmpty();
  }

  @Test
  void inside_an_outer_unit_of_work_nothing_is_tried_again() {
    CommandHandler handler = retrying(5, command -> winAtAttempt(3));

    assertThatThrownBy(() -> unitOfWork.call(() -> handler.handle(message)))
        .isInstanceOf(ConflictException.class);
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void a_nested_command_knows_the_attempt_of_the_outer_one() throws Exception {
    CommandHandler nested = retrying(5, command -> winAtAttempt(2));
    CommandHandler outer =
        retrying(5, command -> unitOfWork.call(() -> nested.handle(new Greet("Bob").message())));

    assertThat(outer.handle(message)).isEqualTo("won");
    assertThat(attempts).containsExactly(1, 1, 2, 2);
  }

  @Test
  void the_message_is_current_while_it_is_handled_and_not_after() throws Exception {
    Object seen = retrying(1, command -> current.origin()).handle(message);

    assertThat(seen).isEqualTo(Origin.of(message.metadata()));
    assertThat(current.origin()).isEqualTo(Origin.NONE);
  }

  @Test
  void an_interrupted_thread_gives_up_and_stays_interrupted() {
    CommandHandler handler =
        new RetryingCommandHandler(
            new Attempts(
                new CommandPolicies(new Settings(name -> Optional.empty()), List.of()),
                monitor,
                Clock.systemUTC(),
                Pause.SLEEP),
            unitOfWork,
            current,
            command -> {
              attempts.add(current.attempt());
              return winAtAttempt(9);
            });
    Thread.currentThread().interrupt();

    try {
      assertThatThrownBy(() -> handler.handle(message)).isInstanceOf(ConflictException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(attempts).containsExactly(1);
  }
}
