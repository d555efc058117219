package io.orchestrix.testkit;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.module.ModuleNames;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that modules talk by events only: no class of a module uses an aggregate, a decider, a
 * command or a command handler of another module, be it by a field, a call, a parameter or a type
 * argument. Events and plain values may be used everywhere.
 *
 * <pre>{@code
 * @Test
 * void modules_talk_by_events_only() {
 *   Modules.beside(Order.class).verify();
 * }
 * }</pre>
 *
 * <p>What is checked is the code: the constant pools of the class files. Immutable.
 */
public final class Modules {

  private final List<Class<?>> classes;

  private Modules(List<Class<?>> classes) {
    this.classes = classes;
  }

  /**
   * The modules among the classes of the folder or jar that holds {@code one} of them, below its
   * own package and that package's neighbours.
   */
  public static Modules beside(Class<?> one) {
    try {
      return new Modules(CompiledClasses.beside(one));
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError("The classes beside %s cannot be read.".formatted(one), e);
    }
  }

  /** The modules of these classes. */
  public static Modules of(Class<?>... classes) {
    return new Modules(List.of(classes));
  }

  /** The names of the modules, in their order. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    classes.forEach(type -> ModuleNames.of(type).ifPresent(names::add));
    return names;
  }

  /**
   * Checks all of them.
   *
   * @throws AssertionError naming every class that reaches into another module; or if there is no
   *     module at all
   */
  public void verify() {
    if (names().isEmpty()) {
      throw new AssertionError(
          "None of %d classes belongs to a module. Annotate their packages with @Module."
              .formatted(classes.size()));
    }
    List<String> violations = violations();
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "Modules talk by events only, but:\n  " + String.join("\n  ", violations));
    }
  }

  /** Each use of what belongs to another module, for people; empty if there is none. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>();
    for (Class<?> user : classes) {
      Optional<String> own = ModuleNames.of(user);
      if (own.isPresent()) {
        Set<String> used = CompiledClasses.usedBy(user);
        classes.stream()
            .filter(other -> used.contains(other.getName()))
            .flatMap(other -> violation(user, own.get(), other).stream())
            .forEach(violations::add);
      }
    }
    return violations;
  }

  private static Optional<String> violation(Class<?> user, String module, Class<?> used) {
    Optional<String> other = ModuleNames.of(used).filter(name -> !name.equals(module));
    return other.flatMap(
        name ->
            secret(used)
                .map(
                    kind ->
                        "%s of the module '%s' uses %s, %s of the module '%s'"
                            .formatted(user.getName(), module, used.getName(), kind, name)));
  }

  /** What a class is that belongs to its module alone; empty of what everybody may use. */
  private static Optional<String> secret(Class<?> type) {
    if (type.isAnnotationPresent(Aggregate.class)) {
      return Optional.of("an aggregate");
    }
    if (Command.class.isAssignableFrom(type)) {
      return Optional.of("a command");
    }
    return Stream.of(type.getDeclaredMethods()).anyMatch(Modules::isHandler)
        ? Optional.of("a command handler")
        : Optional.empty();
  }

  private static boolean isHandler(Method method) {
    return Stream.of(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(HandlesCommand.class));
  }
}
