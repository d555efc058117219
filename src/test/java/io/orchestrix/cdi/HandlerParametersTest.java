package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlerParametersTest {

  private static final List<String> LOG = new ArrayList<>();

  record Ask(String text) implements Command {}

  record Fail() implements Command {}

  @ApplicationScoped
  static class Speaker {
    String say(String text) {
      return text + "!";
    }
  }

  @Dependent
  static class Helper {
    @PreDestroy
    void destroyed() {
      LOG.add("helper destroyed");
    }
  }

  @Dependent
  static class Handlers {
    List<Object> ask(
        Clock clock,
        Metadata metadata,
        @HandlesCommand Ask command,
        CommandMessage message,
        Speaker speaker,
        Helper helper) {
      LOG.add("asked");
      return List.of(clock.instant(), metadata, message, speaker.say(command.text()));
    }

    void fail(@HandlesCommand Fail command, Helper helper) {
      throw new IllegalStateException("no");
    }

    @PreDestroy
    void destroyed() {
      LOG.add("handlers destroyed");
    }
  }

  private static Container container;

  @BeforeAll
  static void start() {
    container = Container.start(TestDatabase.h2(), Speaker.class, Helper.class, Handlers.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @BeforeEach
  void clearLog() {
    LOG.clear();
  }

  @Test
  void further_parameters_are_beans_and_what_the_delivery_brings() {
    Ask command = new Ask("hello");

    List<?> answer = container.get(CommandBus.class).send(command, List.class);

    assertThat(answer.get(3)).isEqualTo("hello!");
    CommandMessage message = (CommandMessage) answer.get(2);
    assertThat(message.payload()).isSameAs(command);
    assertThat(answer.get(1)).isSameAs(message.metadata());
  }

  @Test
  void dependent_beans_live_as_long_as_the_call() {
    container.get(CommandBus.class).send(new Ask("hello"));

    assertThat(LOG)
        .startsWith("asked")
        .hasSize(3)
        .contains("helper destroyed", "handlers destroyed");
  }

  @Test
  void dependent_beans_are_destroyed_after_a_failure_too() {
    assertThatThrownBy(() -> container.get(CommandBus.class).send(new Fail())).hasMessage("no");

    assertThat(LOG).containsExactlyInAnyOrder("helper destroyed", "handlers destroyed");
  }
}
