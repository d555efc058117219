package io.orchestrix.message;

import io.orchestrix.OrchestrixException;

/** A class that is marked as an event type cannot be one, or not under its name. */
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
            .formatted(
                type.getName(), name.replaceAll("\\p{Cntrl}", "?"), reason, EventTypes.LONGEST));
  }
}
