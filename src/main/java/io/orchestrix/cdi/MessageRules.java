package io.orchestrix.cdi;

import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Command;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked of every command that has a handler. */
final class CommandRules {

  private CommandRules() {}

  /** What is wrong with them and with what is configured for them. */
  static Stream<Mistake> mistakes(Set<Class<? extends Command>> commands) {
    return Stream.concat(
        Settings.ofApplication().mistakes(LocalCommandBus.names(commands)).stream()
            .map(Mistake::of),
        commands.stream().filter(CommandRules::hasSeveralRules).map(Mistake::twoRules));
  }

  private static boolean hasSeveralRules(Class<?> command) {
    return Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
            .filter(command::isAnnotationPresent)
            .count()
        > 1;
  }
}
