package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.LogRecorder;
import io.orchestrix.message.Command;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedCommandHandlerTest {

  record Whisper(String secret) implements Command {}

  private final LogRecorder log = new LogRecorder("io.orchestrix.command");

  @AfterEach
  void stop() {
    log.close();
  }

  private static void send(CommandHandler handler) {
    try {
      new TestBus()
          .handling(Whisper.class, Object.class, handler)
          .start()
          .send(new Whisper("4711"));
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("4711");
    }
  }

  @Test
  void a_handled_command_is_told_by_its_ids_at_debug_level() {
    send(message -> null);

    assertThat(log.records())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getLevel()).isEqualTo(Level.FINE);
              assertThat(entry.getMessage()).startsWith("ORX-2121").contains("Whisper", "correl");
            });
  }

  @Test
  void an_unexpected_failure_is_a_warning_that_quotes_nothing() {
    send(
        message -> {
          throw new IllegalArgumentException("not " + message.payload());
        });

    assertThat(log.records())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
              assertThat(entry.getMessage())
                  .startsWith("ORX-2122 Failed with java.lang.IllegalArgumentException")
                  .doesNotContain("4711");
              assertThat(entry.getThrown()).isNull();
            });
  }
}
