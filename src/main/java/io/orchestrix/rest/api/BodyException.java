package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.PayloadException;
import org.jspecify.annotations.Nullable;

/** The body of a request to the API has a member that does not do. */
final class BodyException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private BodyException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.INVALID, message, cause);
  }

  /** What stands at {@code pointer}, a JSON pointer, does not fit. */
  static BodyException unfit(String pointer, PayloadException failure) {
    return new BodyException(
        "ORX-7021",
        "The body does not fit at '%s': %s."
            .formatted(pointer + failure.pointer(), failure.reason()),
        failure);
  }

  /**
   * @param takes what would do, for people
   */
  static BodyException of(String member, String takes) {
    return new BodyException(
        "ORX-7021", "The member '%s' of the body takes %s.".formatted(member, takes), null);
  }

  static BodyException badReason(int longest) {
    return new BodyException(
        "ORX-7022",
        "The member 'reason' of the body takes 1 to %d characters that say why, for those who look later."
            .formatted(longest),
        null);
  }
}
