package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads off commands of any kind whom they are for, for those who only want to say so. */
final class CommandTargets {

  private static final ClassValue<Optional<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private CommandTargets() {}

  /** The text of what has {@link TargetId}; empty if nothing has, or it cannot be read. */
  static String of(Command command) {
    return ACCESSORS
        .get(command.getClass())
        .flatMap(accessor -> read(accessor, command))
        .orElse("");
  }

  private static Optional<String> read(Method accessor, Command command) {
    try {
      return Optional.ofNullable(accessor.invoke(command)).map(Object::toString);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty(); // who handles the command complains of it
    }
  }

  private static Optional<Method> find(Class<?> command) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(command, types);
    List<Method> found = new ArrayList<>();
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(TargetId.class) && isAccessor(method)) {
          found.add(method);
        }
      }
    }
    return found.stream().findFirst().filter(CommandTargets::opens);
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

  private static boolean isAccessor(Method method) {
    return !method.isBridge()
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0;
  }

  private static boolean opens(Method accessor) {
    try {
      accessor.setAccessible(true);
      return true;
    } catch (InaccessibleObjectException | SecurityException e) {
      return false;
    }
  }
}
