package io.orchestrix.message;

import io.orchestrix.OrchestrixException;
import java.util.Set;

/** An event whose type or revision the application does not know is to be stored or was read. */
public final class UnknownEventTypeException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private UnknownEventTypeException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  static UnknownEventTypeException ofClass(Class<?> type) {
    return new UnknownEventTypeException(
        "ORX-1003",
        "Tried to store a %s, which is not a known event type, so it could never be read again. "
                .formatted(type.getName())
            + "Give an aggregate a method when(%s), or annotate the event with @EventType."
                .formatted(type.getSimpleName()));
  }

  static UnknownEventTypeException ofName(String stored, Set<String> known) {
    return new UnknownEventTypeException(
        "ORX-1004",
        "The store holds an event of the type %s; the application knows %s. "
                .formatted(stored, known)
            + "Give the renamed class its old name with @EventType, as name or alias, add an "
            + "Upcaster that renames or drops it, or deploy the code that knows it.");
  }

  static UnknownEventTypeException ofRevision(EventRevision stored, EventRevision current) {
    return new UnknownEventTypeException(
        "ORX-1010",
        "The store holds an event of the type %s; the application knows it up to revision %d. "
                .formatted(stored, current.revision())
            + "A newer version of the application wrote it: deploy that one everywhere.");
  }

  static UnknownEventTypeException ofRaw(RawEvent event) {
    return new UnknownEventTypeException(
        "ORX-1011",
        "Tried to store a RawEvent of the type '%s', which stands for an event that is stored already. "
                .formatted(event.type())
            + "Append events of known types only.");
  }
}
