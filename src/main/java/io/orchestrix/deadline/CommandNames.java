package io.orchestrix.deadline;

import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.message.Command;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The commands that may be read back, by their logical names. Immutable.
 *
 * @param handled the classes of those that have a handler
 */
record CommandNames(List<Class<? extends Command>> handled) {

  CommandNames {
    handled = List.copyOf(handled);
  }

  static CommandNames of(Collection<Class<? extends Command>> handled) {
    return new CommandNames(List.copyOf(handled));
  }

  /**
   * @throws SchedulingException if another command has the same one
   */
  String nameOf(Class<? extends Command> command) {
    String name = name(command);
    for (Class<? extends Command> other : handled) {
      if (other != command && name(other).equals(name)) {
        throw SchedulingException.ambiguous(command, other);
      }
    }
    return name;
  }

  SortedSet<String> all() {
    return new TreeSet<>(LocalCommandBus.names(Set.copyOf(handled)));
  }

  /**
   * @param name one of {@link #all}
   * @throws SchedulingException if several have that name
   */
  Class<? extends Command> find(String name) {
    List<Class<? extends Command>> found =
        handled.stream().filter(command -> name(command).equals(name)).toList();
    if (found.size() > 1) {
      throw SchedulingException.ambiguous(found.get(0), found.get(1));
    }
    return found.get(0);
  }

  /** The one command of a name; empty if there is none, or if several have it. */
  Optional<Class<? extends Command>> only(String name) {
    List<Class<? extends Command>> found =
        handled.stream().filter(command -> name(command).equals(name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String name(Class<? extends Command> command) {
    return LocalCommandBus.names(Set.of(command)).iterator().next();
  }
}
