package io.orchestrix.deadline;

import io.orchestrix.OrchestrixException;
import java.time.Instant;

/** Something cannot be kept for later. */
public final class SchedulingException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private SchedulingException(String code, Kind kind, String message) {
    super(code, kind, message);
  }

  static SchedulingException noTime(Recurrence recurrence, Instant now) {
    return new SchedulingException(
        "ORX-3623",
        Kind.INVALID,
        "The recurrence '%s' has no time after %s, so there is nothing to schedule. Choose another one."
            .formatted(recurrence, now));
  }

  static SchedulingException outOfBounds(String time) {
    return new SchedulingException(
        "ORX-3624",
        Kind.INVALID,
        "Tried to schedule something for %s; the year is 1970 to 9999. Choose another time."
            .formatted(time));
  }

  static SchedulingException noHandler(Class<?> payload) {
    return new SchedulingException(
        "ORX-3630",
        Kind.FAULT,
        "Tried to schedule a deadline with a %s; nobody handles it. Give a bean a method with a parameter @HandlesDeadline %s, in an archive with a beans.xml or a class with a scope."
            .formatted(payload.getName(), payload.getSimpleName()));
  }

  static SchedulingException ambiguous(Class<?> command, Class<?> other) {
    return new SchedulingException(
        "ORX-3632",
        Kind.FAULT,
        "Tried to keep a %s for later, or to send one that was kept, but %s has the same simple name, by which scheduled commands are kept. Rename one of them."
            .formatted(command.getName(), other.getName()));
  }
}
