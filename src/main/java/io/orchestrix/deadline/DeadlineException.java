package io.orchestrix.deadline;

import io.orchestrix.OrchestrixException;

/** What was asked of deadlines cannot be done. */
public final class DeadlineException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private DeadlineException(String code, Kind kind, String message) {
    super(code, kind, message);
  }

  static DeadlineException badKey(String part, String text, int longest) {
    return new DeadlineException(
        "ORX-3601",
        Kind.INVALID,
        "The %s of a deadline has 1 to %d characters, not %d. Choose another one."
            .formatted(part, longest, text.length()));
  }
}
