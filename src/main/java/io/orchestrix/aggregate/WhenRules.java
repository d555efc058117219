package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import io.orchestrix.message.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the {@code when} methods of an aggregate have to keep. A method of that name that has
 * nothing to do with messages is the application's own affair.
 */
final class WhenRules {

  private WhenRules() {}

  /**
   * Checks the methods of {@code aggregate}.
   *
   * @throws InvalidAggregateException if one is meant to see events and never would, or could fail,
   *     or two of them claim the same event
   */
  static void check(Class<?> aggregate) {
    for (Class<?> type = aggregate; type != AggregateRoot.class; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals("when") && !method.isBridge())
          .filter(WhenRules::isMeantForEvents)
          .forEach(WhenRules::check);
    }
    WhenMethods methods = WhenMethods.of(aggregate);
    for (Class<? extends Event> event : methods.eventTypes()) {
      List<Class<?>> nearest = methods.nearest(event);
      if (nearest.size() > 1) {
        throw InvalidAggregateException.ambiguousWhen(aggregate, nearest, event);
      }
    }
  }

  private static boolean isMeantForEvents(Method method) {
    List<Class<?>> parameters = List.of(method.getParameterTypes());
    return parameters.stream().anyMatch(Message.class::isAssignableFrom)
        || parameters.equals(List.of(Object.class));
  }

  private static void check(Method method) {
    if (Modifier.isStatic(method.getModifiers())) {
      throw InvalidAggregateException.badWhen(method, "is static");
    }
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length != 1 || !Event.class.isAssignableFrom(parameters[0])) {
      throw InvalidAggregateException.badWhen(method, "takes something other than one event");
    }
    for (Class<?> thrown : method.getExceptionTypes()) {
      if (!RuntimeException.class.isAssignableFrom(thrown)
          && !Error.class.isAssignableFrom(thrown)) {
        throw InvalidAggregateException.badWhen(method, "declares " + thrown.getSimpleName());
      }
    }
  }
}
