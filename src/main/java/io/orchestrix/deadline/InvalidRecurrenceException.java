package io.orchestrix.deadline;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A text does not say when something repeats. */
public final class InvalidRecurrenceException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidRecurrenceException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.INVALID, message, cause);
  }

  static InvalidRecurrenceException badValue(
      Attribute attribute, String value, String why, String possible) {
    return new InvalidRecurrenceException(
        "ORX-3620",
        "The recurrence has %s=%s, but %s. Possible is %s."
            .formatted(attribute, value, why, possible),
        null);
  }

  static InvalidRecurrenceException badText(String text, String why) {
    return new InvalidRecurrenceException(
        "ORX-3621",
        "The recurrence '%s' %s. Write attributes as in 'hour=3 minute=30 dayOfWeek=Mon-Fri'; there are %s."
            .formatted(text, why, Attribute.all()),
        null);
  }

  static InvalidRecurrenceException badZone(String zone, Throwable cause) {
    return new InvalidRecurrenceException(
        "ORX-3622",
        "The recurrence has timezone=%s, which is not known. Name one as Europe/Berlin, UTC or +02:00."
            .formatted(zone),
        cause);
  }
}
