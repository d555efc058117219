package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a decider has to keep. */
final class DeciderRules {

  private DeciderRules() {}

  /** All that is wrong with the types and methods of {@code decider}. */
  static List<InvalidAggregateException> mistakes(Class<?> decider) {
    List<InvalidAggregateException> mistakes = new ArrayList<>();
    for (var method : HandlerMethods.of(decider)) {
      String handler = HandlerMethods.describe(decider, method);
      mistakes.add(
          HandlerMistakes.otherRole(handler, "is in a Decider, whose decide takes all commands"));
    }
    try {
      DeciderTypes<?, ?> types = DeciderTypes.of(decider);
      Cases commands = Cases.of(types.command());
      Cases events = Cases.of(types.event());
      Stream.concat(
              Stream.concat(commands.open().stream(), events.open().stream()),
              commands.concrete().stream().filter(type -> type.getTypeParameters().length > 0))
          .map(type -> DeciderMistakes.unknownCases(decider, type))
          .forEach(mistakes::add);
      for (Class<?> command : commands.concrete()) {
        TargetRules.flaw(command)
            .map(flaw -> HandlerMistakes.noTarget(describe(decider, command), command, flaw))
            .ifPresent(mistakes::add);
      }
    } catch (InvalidAggregateException e) {
      mistakes.add(e);
    }
    return mistakes;
  }

  static String describe(Class<?> decider, Class<?> command) {
    return "%s.decide(%s)".formatted(decider.getName(), command.getSimpleName());
  }

  /** The classes of commands that a sound decider takes. */
  static Stream<Class<? extends Command>> commands(DeciderTypes<?, ?> types) {
    return Cases.of(types.command()).concrete().stream()
        .<Class<? extends Command>>map(type -> type.asSubclass(Command.class));
  }
}
