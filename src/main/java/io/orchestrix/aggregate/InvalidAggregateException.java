package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A class that is marked as an aggregate cannot be one. */
public final class InvalidAggregateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidAggregateException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  static InvalidAggregateException notAnAggregateRoot(Class<?> type) {
    return new InvalidAggregateException(
        "ORX-4004",
        "%s is annotated with @Aggregate but is abstract or does not extend AggregateRoot. Let it be a class that does."
            .formatted(type.getName()),
        null);
  }

  static InvalidAggregateException noConstructor(Class<?> type, Throwable cause) {
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
}
