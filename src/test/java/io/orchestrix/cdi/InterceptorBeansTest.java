package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.CommandOrder;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterceptorBeansTest {

  private static final List<String> LOG = new CopyOnWriteArrayList<>();

  /** Loses as often as it says before it is done. */
  record Ask(String text, int conflicts) implements Command {}

  record Tell(String text) implements Command {}

  @ApplicationScoped
  static class Handlers {
    private int lost;

    @Shouted
    String ask(@HandlesCommand Ask command) {
      LOG.add("handler");
      if (lost < command.conflicts()) {
        lost++;
        throw new ConflictException(new SQLException("somebody was faster"));
      }
      lost = 0;
      return command.text();
    }

    void tell(@HandlesCommand Tell command) {
      LOG.add("told");
    }
  }

  private static @Nullable Object logged(String name, CommandMessage message, CommandHandler next)
      throws Exception {
    LOG.add(name);
    return next.handle(message);
  }

  /** A class of its own, with a client proxy and something injected. */
  @ApplicationScoped
  @Priority(CommandOrder.TRANSACTION + 10)
  static class InTransaction implements CommandInterceptor {
    @Inject UnitOfWork unitOfWork;

    @Override
    public @Nullable Object intercept(CommandMessage message, CommandHandler next)
        throws Exception {
      return logged("in transaction " + unitOfWork.isActive(), message, next);
    }
  }

  @Dependent
  static class Produced {

    @Produces
    @ApplicationScoped
    @Named("outermost")
    @Priority(1)
    static CommandInterceptor outermost() {
      return (message, next) -> logged("outermost", message, next);
    }

    @Produces
    @Dependent
    @Priority(CommandOrder.RETRY - 10)
    static CommandInterceptor beforeRetry() {
      return (message, next) -> {
        if (message.payload() instanceof Ask ask && ask.text().equals("forbidden")) {
          throw new DomainRuleException("quota", "No more of it.");
        }
        if (message.payload() instanceof Ask ask && ask.text().equals("broken")) {
          throw new IOException("disk full");
        }
        Object answer = logged("before retry", message, next);
        return "quiet".equalsIgnoreCase(String.valueOf(answer)) ? "changed" : answer;
      };
    }

    @Produces
    @Priority(CommandOrder.IDEMPOTENCY + 1)
    static final CommandInterceptor INNERMOST =
        (message, next) -> logged("innermost", message, next);
  }

  private static Container container;
  private static CommandBus commands;

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(),
            Handlers.class,
            InTransaction.class,
            Produced.class,
            Shouted.class,
            Shouted.Shouter.class);
    commands = container.get(CommandBus.class);
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
  void they_are_called_in_the_order_of_their_priorities_whatever_they_are_made_of() {
    commands.send(new Tell("it"));

    assertThat(LOG)
        .containsExactly("outermost", "before retry", "in transaction true", "innermost", "told");
  }

  @Test
  void before_the_retry_they_are_called_once_and_after_it_for_each_attempt() {
    commands.send(new Ask("again", 2));

    assertThat(LOG).startsWith("outermost", "before retry", "in transaction true", "innermost");
    assertThat(LOG).hasSize(11).containsOnlyOnce("outermost", "before retry");
    assertThat(LOG)
        .filteredOn(entry -> !entry.equals("outermost") && !entry.equals("before retry"))
        .hasSize(9)
        .endsWith("in transaction true", "innermost", "handler");
  }

  @Test
  void one_that_refuses_keeps_a_command_from_its_handler() {
    assertThatThrownBy(() -> commands.send(new Ask("forbidden", 0)))
        .isInstanceOf(DomainRuleException.class);
    assertThatThrownBy(() -> commands.send(new Ask("broken", 0)))
        .hasMessageStartingWith("ORX-2103")
        .hasCauseInstanceOf(IOException.class);

    assertThat(LOG).containsOnly("outermost").hasSize(2);
  }

  @Test
  void one_may_change_the_answer() {
    assertThat(commands.send(new Ask("quiet", 0), String.class)).isEqualTo("changed");
  }

  @Test
  void interceptors_of_cdi_on_the_bean_of_a_handler_are_called_as_well() {
    assertThat(commands.send(new Ask("loud", 0))).isEqualTo("LOUD");
  }
}
