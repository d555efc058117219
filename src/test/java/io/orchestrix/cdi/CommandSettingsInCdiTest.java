package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandTimedOutException;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.ConflictException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single commands have settings of their own. */
class CommandSettingsInCdiTest {

  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  /** Goes on as handlers let it. */
  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

  /** Loses against others whenever it is tried. */
  record Usual() implements Command {}

  record Stubborn() implements Command {}

  /** Takes ten seconds, as all the others. */
  record Hasty() implements Command {}

  record Patient() implements Command {}

  @ApplicationScoped
  static class Handlers {
    void usual(@HandlesCommand Usual command) {
      lose();
    }

    void stubborn(@HandlesCommand Stubborn command) {
      lose();
    }

    int hasty(@HandlesCommand Hasty command) {
      CLOCK.advance(Duration.ofSeconds(10));
      return ATTEMPTS.incrementAndGet();
    }

    int patient(@HandlesCommand Patient command) {
      CLOCK.advance(Duration.ofSeconds(10));
      return ATTEMPTS.incrementAndGet();
    }

    private static void lose() {
      ATTEMPTS.incrementAndGet();
      throw new ConflictException(new SQLException("somebody was faster"));
    }
  }

  @Dependent
  static class Clocks {
    @Produces
    @Singleton
    Clock clock() {
      return CLOCK;
    }
  }

  private static Container container;
  private static CommandBus commands;

  @BeforeAll
  static void start() {
    container =
        Container.startWith(
            Map.of(
                "orchestrix.retry.attempts", "2",
                "orchestrix.retry.pause", "PT0S",
                "orchestrix.command.Stubborn.retry.attempts", "7",
                "orchestrix.timeout", "PT1M",
                "orchestrix.command.Hasty.timeout", "PT9S"),
            TestDatabase.h2(),
            Handlers.class,
            Clocks.class);
    commands = container.get(CommandBus.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @BeforeEach
  void startToCount() {
    ATTEMPTS.set(0);
  }

  @Test
  void how_often_it_is_tried() {
    assertThatThrownBy(() -> commands.send(new Usual())).isInstanceOf(ConflictException.class);
    assertThat(ATTEMPTS.getAndSet(0)).isEqualTo(2);

    assertThatThrownBy(() -> commands.send(new Stubborn())).isInstanceOf(ConflictException.class);
    assertThat(ATTEMPTS).hasValue(7);
  }

  @Test
  void how_long_it_may_take() {
    assertThat(commands.send(new Patient())).isEqualTo(1);
    assertThatThrownBy(() -> commands.send(new Hasty()))
        .isInstanceOf(CommandTimedOutException.class)
        .hasMessageContaining("orchestrix.command.Hasty.timeout");
  }
}
