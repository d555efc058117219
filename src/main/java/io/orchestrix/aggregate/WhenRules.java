package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import io.orchestrix.message.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the {@code when} methods of an aggregate have to keep. A method of that name that has
 * nothing to do with messages is the application's own affair.
 */
final class WhenRules {

  private WhenRules() {}

  /**
   * All that is wrong with the methods of {@code aggregate}: one is meant to see events and never
   * would, or could fail, or two of them claim the same event.
   */
  static List<InvalidAggregateException> mistakes(Class<?> aggregate) {
    List<InvalidAggregateException> mistakes = new ArrayList<>();
    for (Class<?> type = aggregate; type != AggregateRoot.class; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals("when") && !method.isBridge())
          .filter(method -> !HandlerMethods.isHandler(method)) // a mistake of another kind
          .filter(WhenRules::isMeantForEvents)
          .sorted(Comparator.comparing(Method::toString))
          .forEach(method -> mistake(method).ifPresent(mistakes::add));
    }
    WhenMethods methods = WhenMethods.of(aggregate);
    for (Class<? extends Event> event : methods.eventTypes()) {
      List<Class<?>> nearest = methods.nearest(event);
      if (nearest.size() > 1) {
        mistakes.add(InvalidAggregateException.ambiguousWhen(aggregate, nearest, event));
      }
    }
    return mistakes;
  }

  private static boolean isMeantForEvents(Method method) {
    List<Class<?>> parameters = List.of(method.getParameterTypes());
    return parameters.stream().anyMatch(Message.class::isAssignableFrom)
        || parameters.equals(List.of(Object.class));
  }

  private static Optional<InvalidAggregateException> mistake(Method method) {
    if (Modifier.isStatic(method.getModifiers())) {
      return Optional.of(InvalidAggregateException.badWhen(method, "is static"));
    }
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length != 1 || !Event.class.isAssignableFrom(parameters[0])) {
      return Optional.of(
          InvalidAggregateException.badWhen(method, "takes something other than one event"));
    }
    return Stream.of(method.getExceptionTypes())
        .filter(thrown -> !RuntimeException.class.isAssignableFrom(thrown))
        .filter(thrown -> !Error.class.isAssignableFrom(thrown))
        .findFirst()
        .map(
            thrown ->
                InvalidAggregateException.badWhen(method, "declares " + thrown.getSimpleName()));
  }
}
