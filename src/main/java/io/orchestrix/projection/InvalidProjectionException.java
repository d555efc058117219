package io.orchestrix.projection;

import io.orchestrix.OrchestrixException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A class that is marked as a projection cannot be one. */
public final class InvalidProjectionException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidProjectionException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  private InvalidProjectionException(String code, String message) {
    this(code, message, null);
  }

  static InvalidProjectionException notMarked(Class<?> type) {
    return new InvalidProjectionException(
        "ORX-3401",
        "%s has methods with @HandlesEvent, or was registered as a projection, but is not annotated with @Projection. Annotate it, with a name."
            .formatted(type.getName()));
  }

  static InvalidProjectionException badName(Class<?> type, String name) {
    return new InvalidProjectionException(
        "ORX-3402",
        "The name '%s' in @Projection on %s is not 1 to 100 letters, digits, '.', '_' or '-', beginning with a letter or digit. Give it such a name."
            .formatted(name, type.getName()));
  }

  static InvalidProjectionException badSegments(Class<?> type, int segments) {
    return new InvalidProjectionException(
        "ORX-3403",
        "@Projection on %s asks for %d segments. Ask for 1 to 256."
            .formatted(type.getName(), segments));
  }

  static InvalidProjectionException badSequencing(
      Class<?> type, Class<?> sequencing, Throwable cause) {
    return new InvalidProjectionException(
        "ORX-3404",
        "The sequencing %s of @Projection on %s cannot be made. Give it a constructor without parameters."
            .formatted(sequencing.getName(), type.getName()),
        cause);
  }

  static InvalidProjectionException noHandlers(Class<?> type) {
    return new InvalidProjectionException(
        "ORX-3405",
        "%s is annotated with @Projection, but none of its methods has a parameter with @HandlesEvent. Annotate one."
            .formatted(type.getName()));
  }

  static InvalidProjectionException severalEvents(Method method) {
    return new InvalidProjectionException(
        "ORX-3406",
        "%s has several parameters with @HandlesEvent. Leave it on the one that takes the event."
            .formatted(describe(method)));
  }

  static InvalidProjectionException notAnEvent(Method method) {
    return new InvalidProjectionException(
        "ORX-3407",
        "The parameter with @HandlesEvent of %s is of no class that implements Event. Let it be one."
            .formatted(describe(method)));
  }

  static InvalidProjectionException unreachable(Method method) {
    return new InvalidProjectionException(
        "ORX-3408",
        "%s is private or static, so the projection cannot call it. Let it be an instance method that is not private."
            .formatted(describe(method)));
  }

  static InvalidProjectionException answersLater(Method method) {
    return new InvalidProjectionException(
        "ORX-3409",
        "%s returns a future, but the checkpoint moves when it returns. Let it do its work before it returns."
            .formatted(describe(method)));
  }

  static InvalidProjectionException severalResets(Class<?> type) {
    return new InvalidProjectionException(
        "ORX-3410",
        "%s has several methods with @OnReset. Leave it on one.".formatted(type.getName()));
  }

  static InvalidProjectionException resetTakesEvent(Method method) {
    return new InvalidProjectionException(
        "ORX-3411",
        "%s has @OnReset and a parameter with @HandlesEvent. Let it be one of both."
            .formatted(describe(method)));
  }

  static InvalidProjectionException badFailurePolicy(
      Class<?> type, Object annotated, RuntimeException cause) {
    return new InvalidProjectionException(
        "ORX-3412",
        "@OnFailure on %s of %s asks for no 1 to 100 attempts, or for pauses that are no ISO-8601 durations up to PT1H. Correct it."
            .formatted(annotated, type.getName()),
        cause);
  }

  /** Two projections of one name. */
  public static InvalidProjectionException sameName(String name, Class<?> first, Class<?> second) {
    return new InvalidProjectionException(
        "ORX-3413",
        "%s and %s are both the projection '%s'. Give each a name of its own."
            .formatted(first.getName(), second.getName(), name));
  }

  private static String describe(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }
}
