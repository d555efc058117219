package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggedCommandHandlerTest {

  record Whisper(String secret) implements Command {}

  private static final Logger LOG = Logger.getLogger("io.orchestrix.command");

  private final List<LogRecord> records = new ArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Level level = LOG.getLevel();

  @BeforeEach
  void record() {
    LOG.setLevel(Level.ALL);
    LOG.addHandler(recorder);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    LOG.setLevel(level);
    LOG.removeHandler(recorder);
    LOG.setUseParentHandlers(true);
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

    assertThat(records)
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

    assertThat(records)
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
