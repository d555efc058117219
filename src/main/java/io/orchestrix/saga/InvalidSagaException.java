package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import java.util.Collection;

/** A class, or what was said with a builder, cannot be a saga. */
public final class InvalidSagaException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidSagaException(String code, String message) {
    super(code, Kind.FAULT, message);
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

  /** Two definitions of one name and version. */
  static InvalidSagaException sameVersion(String saga, int version) {
    return new InvalidSagaException(
        "ORX-3731",
        "There are two definitions of the saga '%s' in version %d, or that go on with it. Give each a version of its own."
            .formatted(saga, version));
  }
}
