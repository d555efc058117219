package io.orchestrix.message;

import io.orchestrix.OrchestrixException;

/** A class that is to be an event type cannot be one, or not under its names. */
public final class InvalidEventTypeException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidEventTypeException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  static InvalidEventTypeException noEvent(Class<?> type, String reason) {
    return new InvalidEventTypeException(
        "ORX-1005",
        "%s is annotated with @EventType but %s, so none of its kind is ever stored. Annotate each class or record that implements Event."
            .formatted(type.getName(), reason));
  }

  static InvalidEventTypeException badName(Class<?> type, String name, String reason) {
    return new InvalidEventTypeException(
        "ORX-1006",
        "%s has the event type name '%s', which %s. Give @EventType 1 to %d characters, not only blanks and no control character."
            .formatted(type.getName(), printable(name), reason, EventTypeRules.LONGEST));
  }

  static InvalidEventTypeException sameName(Class<?> first, Class<?> second, String name) {
    return new InvalidEventTypeException(
        "ORX-1007",
        "%s and %s share the event type name '%s', as name or alias. Give one of them another name with @EventType, or remove the alias from one."
            .formatted(first.getName(), second.getName(), printable(name)));
  }

  static InvalidEventTypeException badRevision(Class<?> type, int revision) {
    return new InvalidEventTypeException(
        "ORX-1008",
        "%s has the revision %d in @EventType. Revisions begin with 1: count on from the one that is stored."
            .formatted(type.getName(), revision));
  }

  static InvalidEventTypeException badAlias(Class<?> type, String alias, String reason) {
    return new InvalidEventTypeException(
        "ORX-1009",
        "%s has the alias '%s' in @EventType, which %s. An alias is a former name of the type, 1 to %d characters, not only blanks and no control character; remove it or correct it."
            .formatted(type.getName(), printable(alias), reason, EventTypeRules.LONGEST));
  }

  static InvalidEventTypeException badTag(Class<?> type, String component, String reason) {
    return new InvalidEventTypeException(
        "ORX-1018",
        "%s has @Tag on '%s', but %s. Tag a text, a number, an enum, a UUID or another value with a text of its own, or a Collection of them."
            .formatted(type.getName(), component, reason));
  }

  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
