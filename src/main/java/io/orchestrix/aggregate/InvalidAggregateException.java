package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A class that is marked as an aggregate cannot be one. */
public final class InvalidAggregateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidAggregateException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  InvalidAggregateException(String code, String message) {
    this(code, message, null);
  }

  static InvalidAggregateException noAggregate(Class<?> type) {
    return new InvalidAggregateException(
        "ORX-4004",
        "%s is annotated with @Aggregate but is abstract, or does not extend AggregateRoot and is no Decider either, or is both. Let it be a class that is one of them."
            .formatted(type.getName()));
  }

  static InvalidAggregateException noConstructor(Class<?> type, Throwable cause) {
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      return new InvalidAggregateException(
          "ORX-4005",
          "%s is an inner class, so it cannot be made without its outer object. Make it static."
              .formatted(type.getName()),
          cause);
    }
    return new InvalidAggregateException(
        "ORX-4005",
        "%s has no constructor without parameters, so it cannot be rebuilt from its events. Add one; it may be private."
            .formatted(type.getName()),
        cause);
  }

  static InvalidAggregateException badCategory(Class<?> type, String category, Throwable cause) {
    return new InvalidAggregateException(
        "ORX-4006",
        "%s has the category '%s'. Give @Aggregate 1 to 100 letters, digits, '.', '_' or '-'."
            .formatted(type.getName(), category),
        cause);
  }

  static InvalidAggregateException badWhen(Method method, String reason) {
    return new InvalidAggregateException(
        "ORX-4008",
        "%s.when(%s) %s, so it cannot show an event to the aggregate. Let it be an instance method with one event as its only parameter and no checked exception, or give it another name."
            .formatted(
                method.getDeclaringClass().getName(),
                Stream.of(method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", ")),
                reason),
        null);
  }

  static InvalidAggregateException badSnapshots(Class<?> type, String reason) {
    return new InvalidAggregateException(
        "ORX-4010",
        "%s has @Snapshots, which %s. Write @Snapshots(every = 100) or @Snapshots(ifLoadTakes = \"PT0.05S\"), or remove it."
            .formatted(type.getName(), reason),
        null);
  }

  static InvalidAggregateException ambiguousWhen(
      Class<?> type, List<Class<?>> parameters, Class<?> event) {
    return new InvalidAggregateException(
        "ORX-4009",
        "%s has %s for %s, and none is nearer than the other. Add a method when(%s)."
            .formatted(
                type.getName(),
                parameters.stream()
                    .map(parameter -> "when(%s)".formatted(parameter.getSimpleName()))
                    .collect(Collectors.joining(" and ")),
                event.getName(),
                event.getSimpleName()),
        null);
  }
}
