package io.orchestrix.aggregate;

import io.orchestrix.command.TargetId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a class of commands has to say so that the aggregate is found which each is for. */
final class TargetRules {

  private TargetRules() {}

  /** What keeps the target of such commands from being found; empty if nothing does. */
  static Optional<String> flaw(Class<?> command) {
    List<Method> accessors = accessors(command);
    if (accessors.isEmpty()) {
      return Optional.of("has no @TargetId");
    }
    if (accessors.size() > 1) {
      return Optional.of(
          "has @TargetId on %s"
              .formatted(
                  accessors.stream().map(Method::getName).collect(Collectors.joining(" and "))));
    }
    Method accessor = accessors.get(0);
    if (Modifier.isStatic(accessor.getModifiers()) || accessor.getParameterCount() > 0) {
      return Optional.of(
          "has @TargetId on %s, which is static or takes parameters".formatted(accessor.getName()));
    }
    return hasText(accessor.getReturnType())
        ? Optional.empty()
        : Optional.of(
            "has @TargetId on %s, and a %s has no text that could be an id"
                .formatted(accessor.getName(), accessor.getReturnType().getSimpleName()));
  }

  /** The methods with {@link TargetId}, those of supertypes included, each name once. */
  static List<Method> accessors(Class<?> command) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(command, types);
    Map<String, Method> byName = new LinkedHashMap<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(TargetId.class) && !method.isBridge()) {
          byName.putIfAbsent(method.getName(), method);
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private static void collect(Class<?> type, Set<Class<?>> types) {
    if (type == Object.class || !types.add(type)) {
      return;
    }
    if (type.getSuperclass() != null) {
      collect(type.getSuperclass(), types);
    }
    for (Class<?> implemented : type.getInterfaces()) {
      collect(implemented, types);
    }
  }

  /** Texts, numbers, enums and the like; what holds values is none. */
  private static boolean hasText(Class<?> type) {
    boolean isContainer =
        type.isArray()
            || type.isRecord()
            || Map.class.isAssignableFrom(type)
            || Iterable.class.isAssignableFrom(type)
            || type.getName().startsWith("java.util.Optional");
    if (isContainer || type == void.class) {
      return false;
    }
    try {
      return type.isPrimitive() || type.getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false; // an interface that says nothing of it
    }
  }
}
