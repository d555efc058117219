package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.PayloadException;
import org.jspecify.annotations.Nullable;

/** The body of a request to the API is not what it takes. */
final class BodyException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private BodyException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.INVALID, message, cause);
  }

  /** The JSON does not fit below {@code pointer}, a JSON pointer. */
  static BodyException unfit(String pointer, PayloadException failure) {
    return new BodyException(
        "ORX-7021",
        "The body does not fit at '%s': %s. Send a JSON object as the document of the API has it."
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

  static BodyException unread(@Nullable Throwable cause) {
    return new BodyException(
        "ORX-7021", "The body could not be read as UTF-8 to its end. Send it again.", cause);
  }

  static BodyException tooLong(int longest) {
    return new BodyException(
        "ORX-7021",
        "The body is longer than %d bytes. Send less, or raise orchestrix.rest.max-body."
            .formatted(longest),
        null);
  }

  static BodyException badReason(int longest) {
    return new BodyException(
        "ORX-7022",
        "The member 'reason' of the body takes 1 to %d characters that say why, for those who look later."
            .formatted(longest),
        null);
  }
}
