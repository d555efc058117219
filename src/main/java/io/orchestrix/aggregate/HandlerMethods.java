package io.orchestrix.aggregate;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of an aggregate class that claim to handle commands, inherited ones included. */
final class HandlerMethods {

  private HandlerMethods() {}

  /** Those that are called; as with observers, one that is overridden counts no more. */
  static List<Method> of(Class<?> aggregate) {
    return all(aggregate)
        .filter(HandlerMethods::isHandler)
        .filter(method -> overriding(method, aggregate).isEmpty())
        .toList();
  }

  /** All methods, overridden ones included, in an order that is always the same. */
  static Stream<Method> all(Class<?> aggregate) {
    return types(aggregate).stream()
        .flatMap(
            type ->
                Stream.of(type.getDeclaredMethods())
                    .filter(method -> !method.isBridge()) // javac copies annotations to bridges
                    .sorted(Comparator.comparing(Method::toString)));
  }

  static boolean isHandler(Method method) {
    return !commands(method).isEmpty();
  }

  /** The parameters that take a command; a sound handler has one. */
  static List<Parameter> commands(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(HandlesCommand.class))
        .toList();
  }

  /** The class of the command; call it only of a sound handler. */
  static Class<? extends Command> commandType(Method method) {
    return commands(method).get(0).getType().asSubclass(Command.class);
  }

  /** The parameters whose values neither the command nor its message brings. */
  static List<Parameter> injected(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> !parameter.isAnnotationPresent(HandlesCommand.class))
        .filter(parameter -> parameter.getType() != CommandMessage.class)
        .filter(parameter -> parameter.getType() != Metadata.class)
        .toList();
  }

  static String describe(Class<?> aggregate, Method method) {
    return "%s.%s(%s)"
        .formatted(
            aggregate.getName(),
            method.getName(),
            Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }

  /** The method that is called in place of this one, if there is another. */
  static Optional<Method> overriding(Method method, Class<?> aggregate) {
    if (isOwn(method)) {
      return Optional.empty();
    }
    return types(aggregate).stream()
        .takeWhile(type -> type != method.getDeclaringClass())
        .filter(type -> !type.isInterface() || method.getDeclaringClass().isAssignableFrom(type))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(other -> !isOwn(other) && !other.isBridge())
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
        .findFirst();
  }

  /** Whether a method neither overrides nor is overridden. */
  private static boolean isOwn(Method method) {
    return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
  }

  /** The class and its superclasses, then their interfaces, the nearest first. */
  private static Set<Class<?>> types(Class<?> aggregate) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type = aggregate;
        type != null && type != AggregateRoot.class && type != Object.class;
        type = type.getSuperclass()) {
      classes.add(type);
    }
    Set<Class<?>> types = new LinkedHashSet<>(classes);
    classes.forEach(type -> addInterfaces(type, types));
    return types;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> implemented : type.getInterfaces()) {
      types.add(implemented);
      addInterfaces(implemented, types);
    }
  }
}
