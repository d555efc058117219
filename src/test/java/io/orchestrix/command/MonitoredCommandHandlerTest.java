package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.monitor.Signal.CommandHandled;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MonitoredCommandHandlerTest {

  private final RecordingMonitor monitor = new RecordingMonitor();
  private final CommandMessage message = new Greet("Ada").message();

  @Test
  void a_handled_command_is_told_with_its_type_and_time() throws Exception {
    CommandHandler handler = new MonitoredCommandHandler(monitor, command -> "hello");

    assertThat(handler.handle(message)).isEqualTo("hello");
    assertThat(monitor.signals(CommandHandled.class))
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.commandType()).isEqualTo("Greet");
              assertThat(signal.failure()).isNull();
              assertThat(signal.elapsed()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            });
  }

  @Test
  void a_failed_command_is_told_with_its_failure() {
    IOException failure = new IOException("no");
    CommandHandler handler =
        new MonitoredCommandHandler(
            monitor,
            command -> {
              throw failure;
            });

    assertThatThrownBy(() -> handler.handle(message)).isSameAs(failure);
    assertThat(monitor.signals(CommandHandled.class))
        .singleElement()
        .returns(failure, CommandHandled::failure);
  }

  @Test
  void a_command_that_ends_with_an_error_is_told_too() {
    StackOverflowError failure = new StackOverflowError();
    CommandHandler handler =
        new MonitoredCommandHandler(
            monitor,
            command -> {
              throw failure;
            });

    assertThatThrownBy(() -> handler.handle(message)).isSameAs(failure);
    assertThat(monitor.signals(CommandHandled.class))
        .singleElement()
        .returns(failure, CommandHandled::failure);
  }
}
