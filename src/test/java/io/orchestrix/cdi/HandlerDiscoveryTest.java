package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

class HandlerDiscoveryTest {

  record Ask() implements Command {}

  private static String answerOf(Class<?>... beans) {
    try (Container container = Container.start(TestDatabase.h2(), beans)) {
      return container.get(CommandBus.class).send(new Ask(), String.class);
    }
  }

  @ApplicationScoped
  static class PackagePrivate {
    String ask(@HandlesCommand Ask command) {
      return "package-private";
    }
  }

  @Test
  void a_handler_may_be_package_private() {
    assertThat(answerOf(PackagePrivate.class)).isEqualTo("package-private");
  }

  @Singleton
  static class Protected {
    protected String ask(@HandlesCommand Ask command) {
      return "protected";
    }
  }

  @Test
  void a_handler_may_be_protected() {
    assertThat(answerOf(Protected.class)).isEqualTo("protected");
  }

  abstract static class Base {
    String ask(@HandlesCommand Ask command) {
      return "of " + getClass().getSuperclass().getSimpleName() + name();
    }

    abstract String name();
  }

  @Dependent
  static class Inheriting extends Base {
    @Override
    String name() {
      return " inherited";
    }
  }

  @Test
  void a_handler_may_be_inherited() {
    assertThat(answerOf(Inheriting.class)).isEqualTo("of Base inherited");
  }

  abstract static class GenericBase<T> {
    String ask(@HandlesCommand Ask command) {
      return "of " + name();
    }

    abstract T name();
  }

  @ApplicationScoped
  static class InheritingFromGeneric extends GenericBase<String> {
    @Override
    String name() {
      return "generic";
    }
  }

  @Test
  void a_handler_may_be_inherited_from_a_generic_class() {
    assertThat(answerOf(InheritingFromGeneric.class)).isEqualTo("of generic");
  }

  @ApplicationScoped
  static class Overriding extends PackagePrivate {
    @Override
    String ask(@HandlesCommand Ask command) {
      return "overridden";
    }
  }

  @Test
  void a_handler_that_overrides_one_is_one() {
    assertThat(answerOf(Overriding.class)).isEqualTo("overridden");
  }

  interface Handler<C extends Command, R> {
    R handle(C command);
  }

  @ApplicationScoped
  static class Implementing implements Handler<Ask, String> {
    @Override
    public String handle(@HandlesCommand Ask command) {
      return "implemented";
    }
  }

  @Test
  void a_handler_may_implement_a_generic_interface() {
    assertThat(answerOf(Implementing.class)).isEqualTo("implemented");
  }

  @ApplicationScoped
  static class Intercepted {
    @Shouted
    String ask(@HandlesCommand Ask command) {
      return "shouted";
    }
  }

  @Test
  void interceptors_of_a_handler_are_called() {
    assertThat(answerOf(Intercepted.class, Shouted.class, Shouted.Shouter.class))
        .isEqualTo("SHOUTED");
  }
}
