package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.ForbiddenCommandException;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessInCdiTest {

  @RolesAllowed({"clerk", "manager"})
  sealed interface OfStaff extends Command {}

  @RolesAllowed("manager")
  interface OfManagers extends Command {}

  record Inherited() implements OfStaff {}

  record OfBoth() implements OfStaff, OfManagers {}

  @RolesAllowed("owner")
  record Narrower() implements OfStaff {}

  @PermitAll
  record Open() implements OfStaff {}

  @DenyAll
  record Closed() implements OfStaff {}

  record Free() implements Command {}

  @RolesAllowed("clerk")
  record Create(@TargetId String id) implements Command {}

  @Aggregate("thing")
  static class Thing extends AggregateRoot {
    @Creates
    void create(@HandlesCommand Create command) {
      Handlers.HANDLED.add(command);
    }
  }

  @ApplicationScoped
  static class Handlers {
    static final List<Command> HANDLED = new CopyOnWriteArrayList<>();

    void inherited(@HandlesCommand Inherited command) {
      HANDLED.add(command);
    }

    void both(@HandlesCommand OfBoth command) {
      HANDLED.add(command);
    }

    void narrower(@HandlesCommand Narrower command) {
      HANDLED.add(command);
    }

    void open(@HandlesCommand Open command) {
      HANDLED.add(command);
    }

    void closed(@HandlesCommand Closed command) {
      HANDLED.add(command);
    }

    void free(@HandlesCommand Free command) {
      HANDLED.add(command);
    }
  }

  /** The caller as the application knows him. */
  @ApplicationScoped
  static class LoggedIn implements Caller {
    private volatile Set<String> roles = Set.of();
    private volatile String name = "";

    void as(String name, String... roles) {
      this.name = name;
      this.roles = Set.of(roles);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isInRole(String role) {
      return roles.contains(role);
    }
  }

  private static Container container;
  private static CommandBus commands;
  private static LoggedIn caller;

  @BeforeAll
  static void start() {
    container = Container.start(TestDatabase.h2(), Handlers.class, Thing.class, LoggedIn.class);
    commands = container.get(CommandBus.class);
    caller = container.get(LoggedIn.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @BeforeEach
  void clearLog() {
    Handlers.HANDLED.clear();
  }

  private static void assertRefused(Command command) {
    assertThatThrownBy(() -> commands.send(command))
        .isInstanceOfSatisfying(
            ForbiddenCommandException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("ORX-2110");
              assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
            })
        .hasMessageContaining(command.getClass().getSimpleName());
    assertThat(Handlers.HANDLED).doesNotContain(command);
  }

  private static void assertDone(Command command) {
    commands.send(command);
    assertThat(Handlers.HANDLED).contains(command);
  }

  record Access(List<String> roles, List<Command> allowed, List<Command> refused) {}

  static List<Access> access() {
    return List.of(
        new Access(
            List.of(),
            List.of(new Open(), new Free()),
            List.of(new Inherited(), new OfBoth(), new Narrower(), new Closed())),
        new Access(
            List.of("clerk"),
            List.of(new Open(), new Free(), new Inherited()),
            List.of(new OfBoth(), new Narrower(), new Closed())),
        new Access(
            List.of("manager"),
            List.of(new Open(), new Inherited(), new OfBoth()),
            List.of(new Narrower(), new Closed())),
        new Access(
            List.of("owner"),
            List.of(new Narrower()),
            List.of(new Inherited(), new OfBoth(), new Closed())));
  }

  @ParameterizedTest
  @MethodSource("access")
  void roles_are_asked_for_where_the_nearest_rule_says_so(Access access) {
    caller.as("ada", access.roles().toArray(String[]::new));

    assertThat(access.allowed()).allSatisfy(AccessInCdiTest::assertDone);
    assertThat(access.refused()).allSatisfy(AccessInCdiTest::assertRefused);
  }

  @Test
  void a_repetition_is_refused_to_who_may_not_send_it_any_more() {
    String key = UUID.randomUUID().toString();
    caller.as("ada", "clerk");
    commands.withIdempotencyKey(key).send(new Inherited());
    caller.as("ada");

    assertThatThrownBy(() -> commands.withIdempotencyKey(key).send(new Inherited()))
        .isInstanceOf(ForbiddenCommandException.class);
  }

  @Test
  void the_key_of_another_caller_is_another_key() {
    String key = UUID.randomUUID().toString();
    caller.as("ada", "clerk");
    commands.withIdempotencyKey(key).send(new Inherited());
    caller.as("bob", "clerk");
    commands.withIdempotencyKey(key).send(new Inherited());
    commands.withIdempotencyKey(key).send(new Inherited());

    assertThat(Handlers.HANDLED).hasSize(2);
  }

  @Test
  void commands_that_an_aggregate_handles_are_asked_for_as_well() {
    caller.as("ada");

    assertRefused(new Create("one"));
  }
}
