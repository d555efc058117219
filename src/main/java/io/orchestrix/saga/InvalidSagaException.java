package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class, or what was said with a builder, cannot be a saga. */
public final class InvalidSagaException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidSagaException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  private InvalidSagaException(String code, String message) {
    this(code, message, null);
  }

  /** All that keeps definitions from being those of one application; empty if nothing. */
  public static List<InvalidSagaException> among(
      Collection<? extends SagaDefinition<?>> definitions) {
    return SagaVersions.mistakes(definitions);
  }

  static InvalidSagaException badName(String name) {
    return new InvalidSagaException(
        "ORX-3721",
        "The name '%s' of a saga is not 1 to 80 letters, digits, '.', '_' or '-', beginning with a letter or digit. Give it such a name."
            .formatted(name));
  }

  static InvalidSagaException badVersion(String saga, int version) {
    return new InvalidSagaException(
        "ORX-3722",
        "The saga '%s' has the version %d, or migrates one that is not lower than its own. Count versions from 1."
            .formatted(saga, version));
  }

  static InvalidSagaException sameStep(String saga, String step) {
    return new InvalidSagaException(
        "ORX-3723",
        "The saga '%s' has two steps '%s'. Give each a name of its own.".formatted(saga, step));
  }

  static InvalidSagaException sameEvent(String saga, Class<?> event) {
    return new InvalidSagaException(
        "ORX-3724",
        "The saga '%s' takes %s in two ways. Leave one of them."
            .formatted(saga, event.getSimpleName()));
  }

  static InvalidSagaException badCorrelation(
      String saga, Class<?> event, Collection<String> components) {
    return new InvalidSagaException(
        "ORX-3725",
        "The saga '%s' finds its instance by %s of %s, which are no components of it, or none at all. Name those that make up its key."
            .formatted(saga, components, event.getSimpleName()));
  }

  static InvalidSagaException nothingToDo(String saga) {
    return new InvalidSagaException(
        "ORX-3726", "The saga '%s' has no step and takes no event. Give it one.".formatted(saga));
  }

  static InvalidSagaException noStepYet(String saga) {
    return new InvalidSagaException(
        "ORX-3727",
        "The saga '%s' has no step yet that this could belong to. Add one first.".formatted(saga));
  }

  static InvalidSagaException failsWithoutAwaiting(String saga, String step) {
    return new InvalidSagaException(
        "ORX-3728",
        "The step '%s' of the saga '%s' fails on an event, but awaits none. Say which one completes it."
            .formatted(step, saga));
  }

  static InvalidSagaException badTime(String saga, String what, String text) {
    return new InvalidSagaException(
        "ORX-3729",
        "'%s' for %s of the saga '%s' is no ISO-8601 duration greater than zero, such as PT30S. Correct it."
            .formatted(text, what, saga));
  }

  static InvalidSagaException twoPivots(String saga) {
    return new InvalidSagaException(
        "ORX-3730",
        "The saga '%s' has two pivots, or one beside steps of its own order. Leave one that all wait for."
            .formatted(saga));
  }

  static InvalidSagaException notMarked(Class<?> type) {
    return new InvalidSagaException(
        "ORX-3732",
        "%s was registered as a saga, but is not annotated with @Saga. Annotate it, with a name."
            .formatted(type.getName()));
  }

  static InvalidSagaException noState(Class<?> type) {
    return new InvalidSagaException(
        "ORX-3733",
        "It is not clear what the state of the saga %s is. Let all methods with @StartsOn return it; without such a method name it in @Saga."
            .formatted(type.getName()));
  }

  static InvalidSagaException badStart(Class<?> type, String method) {
    return new InvalidSagaException(
        "ORX-3734",
        "%s.%s has @StartsOn, but no parameter with @HandlesEvent, or no @Correlate. Add it."
            .formatted(type.getName(), method));
  }

  static InvalidSagaException foreignStart(Class<?> type, String method) {
    return new InvalidSagaException(
        "ORX-3744",
        "%s.%s has @StartsOn, but its @Correlate names a further key. Remove that name, as an instance begins under its own key; SagaContext.correlate gives it further ones."
            .formatted(type.getName(), method));
  }

  static InvalidSagaException uselessReturn(String method, Type type) {
    return new InvalidSagaException(
        "ORX-3746",
        "%s returns a %s, but only a step has a result. Let it return the state, a command, several commands, or nothing."
            .formatted(method, type.getTypeName()));
  }

  static InvalidSagaException untellableState(String saga, Class<?> state) {
    return new InvalidSagaException(
        "ORX-3747",
        "The state of the saga '%s' is a %s, which cannot be told from the commands that its methods return. Let it be a record that holds it."
            .formatted(saga, state.getSimpleName()));
  }

  static InvalidSagaException badEvent(String method) {
    return new InvalidSagaException(
        "ORX-3735",
        "%s has several parameters with @HandlesEvent, or one that is no Event, or is a step, a compensation or a deadline besides. Let it take one event and be nothing else."
            .formatted(method));
  }

  static InvalidSagaException noCompensation(Class<?> type, String name) {
    return new InvalidSagaException(
        "ORX-3736",
        "A step of %s is compensated by '%s', but there is no method of that name with @Compensation. Add it."
            .formatted(type.getName(), name));
  }

  static InvalidSagaException nobodysCompensation(Class<?> type, String name) {
    return new InvalidSagaException(
        "ORX-3737",
        "%s.%s has @Compensation, but no step names it in compensatedBy. Name it, or remove it."
            .formatted(type.getName(), name));
  }

  static InvalidSagaException unreachable(String method) {
    return new InvalidSagaException(
        "ORX-3738",
        "%s is private or static, so the saga cannot call it. Let it be an instance method that is not private."
            .formatted(method));
  }

  static InvalidSagaException answersLater(String method) {
    return new InvalidSagaException(
        "ORX-3739",
        "%s returns a future, but its transaction ends when it returns. Let it do its work before it returns."
            .formatted(method));
  }

  static InvalidSagaException sameDeadline(String saga, String deadline) {
    return new InvalidSagaException(
        "ORX-3750",
        "The saga '%s' has two deadlines '%s'. Give each a name of its own."
            .formatted(saga, deadline));
  }

  static InvalidSagaException sameCompensation(Class<?> type, String name) {
    return new InvalidSagaException(
        "ORX-3752",
        "%s has two methods '%s' with @Compensation. Give each a name of its own."
            .formatted(type.getName(), name));
  }

  static InvalidSagaException badRetry(Class<?> type, String method, RuntimeException cause) {
    return new InvalidSagaException(
        "ORX-3740",
        "@Retried on %s.%s asks for no 1 to 100 attempts, or for pauses that are no ISO-8601 durations up to PT1H. Correct it."
            .formatted(type.getName(), method),
        cause);
  }

  /** Two definitions of one name and version. */
  static InvalidSagaException sameVersion(String saga, int version) {
    return new InvalidSagaException(
        "ORX-3731",
        "There are two definitions of the saga '%s' in version %d, or that go on with it. Give each a version of its own."
            .formatted(saga, version));
  }
}
