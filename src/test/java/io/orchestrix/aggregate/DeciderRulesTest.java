package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.DeciderStates.Turn;
import io.orchestrix.aggregate.DeciderStates.Turned;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"UnusedMethod", "UnusedVariable", "unused", "ClassCanBeStatic"})
class DeciderRulesTest {

  /** Decides nothing. */
  interface Idle<C extends Command, E extends Event> extends Decider<C, String, E> {
    @Override
    default String initial() {
      return "";
    }

    @Override
    default List<E> decide(C command, String state) {
      return List.of();
    }

    @Override
    default String evolve(String state, E event) {
      return state;
    }
  }

  private static void assertRefused(Class<?> type, String code, String... parts) {
    assertThat(AggregateType.mistakes(type))
        .singleElement()
        .returns(code, InvalidAggregateException::code)
        .satisfies(mistake -> assertThat(mistake.getMessage()).contains(type.getName()))
        .satisfies(mistake -> assertThat(mistake.getMessage()).contains(parts));
    assertThatThrownBy(() -> AggregateType.of(type)).hasMessageStartingWith(code);
  }

  @Aggregate("d")
  abstract static class Abstract implements Idle<Turn, Turned> {}

  @Aggregate("d")
  static class Both extends AggregateRoot implements Idle<Turn, Turned> {}

  @Aggregate("d")
  static class Needy implements Idle<Turn, Turned> {
    Needy(String need) {}
  }

  @Aggregate("d")
  class Inner implements Idle<Turn, Turned> {}

  @Aggregate("not a/category")
  static class Nameless implements Idle<Turn, Turned> {}

  @Aggregate("d")
  static class Variable<E extends Event> implements Idle<Turn, E> {}

  record Boxed<T>(T value) implements Event {}

  @Aggregate("d")
  static class GenericEvent implements Idle<Turn, Boxed<String>> {}

  @Aggregate("d")
  static class AnyCommand implements Idle<Command, Turned> {}

  @Aggregate("d")
  static class AnyEvent implements Idle<Turn, Event> {}

  sealed interface Choice extends Event permits Closed, Open {}

  record Closed() implements Choice {}

  non-sealed interface Open extends Choice {}

  @Aggregate("d")
  static class OpenCase implements Idle<Turn, Choice> {}

  record Targetless(String id) implements Command {}

  @Aggregate("d")
  static class Aimless implements Idle<Targetless, Turned> {}

  @Aggregate("d")
  static class Handling implements Idle<Turn, Turned> {
    void handle(@HandlesCommand Turn command) {}
  }

  @Aggregate("d")
  static class Creating implements Idle<Turn, Turned> {
    @Creates
    void create(Turn command) {}
  }

  sealed interface Some extends Command permits Narrow, Wider {}

  record Narrow(@TargetId String id) implements Some {}

  record Wider<T>(@TargetId String id, T more) implements Some {}

  @Aggregate("d")
  static class GenericCase implements Idle<Some, Turned> {}

  @Aggregate("d")
  static class Sound implements Idle<Turn, Turned> {}

  @Test
  void a_class_that_cannot_be_a_decider_is_refused() {
    assertRefused(Abstract.class, "ORX-4004", "is abstract");
    assertRefused(Both.class, "ORX-4004", "is both");
    assertRefused(Decided.class, "ORX-4004", "is no Decider");
    assertRefused(Needy.class, "ORX-4005", "no constructor without parameters");
    assertRefused(Inner.class, "ORX-4005", "inner class");
    assertRefused(Nameless.class, "ORX-4006", "not a/category");
    assertRefused(Aimless.class, "ORX-4018", "Aimless.decide(Targetless)", "has no @TargetId");
    assertRefused(Creating.class, "ORX-4023", "create(Turn)");
    assertRefused(Handling.class, "ORX-4025", "handle(Turn)", "is in a Decider");
    assertRefused(Variable.class, "ORX-4028", "Turn, java.lang.String, E>");
    assertRefused(GenericEvent.class, "ORX-4028", "Boxed<java.lang.String>");
    assertRefused(AnyCommand.class, "ORX-4029", Command.class.getName() + ",");
    assertRefused(AnyEvent.class, "ORX-4029", Event.class.getName() + ",");
    assertRefused(OpenCase.class, "ORX-4029", Open.class.getName() + ",");
    assertRefused(GenericCase.class, "ORX-4029", Wider.class.getName() + ",");
    assertThat(AggregateType.mistakes(Sound.class)).isEmpty();
  }
}
