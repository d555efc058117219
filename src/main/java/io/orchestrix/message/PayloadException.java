package io.orchestrix.message;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A payload cannot be written as JSON, or JSON does not fit the type of a payload. */
public final class PayloadException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;

  private PayloadException(
      String code, String message, String pointer, String reason, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
    this.pointer = pointer;
    this.reason = reason;
  }

  /** The payload of {@code type} cannot be written. */
  public static PayloadException unwritable(
      Class<?> type, String reason, @Nullable Throwable cause) {
    return new PayloadException(
        "ORX-1001",
        "A %s cannot be written as JSON: %s. Let it hold only values that JSON can express."
            .formatted(type.getName(), reason),
        "",
        reason,
        cause);
  }

  /** The JSON does not fit {@code type} at {@code pointer} (RFC 6901, empty for the whole). */
  public static PayloadException unreadable(
      Class<?> type, String pointer, String reason, @Nullable Throwable cause) {
    return new PayloadException(
        "ORX-1002",
        "JSON does not fit %s at '%s': %s. Compare it with the components of that type."
            .formatted(type.getSimpleName(), pointer, reason),
        pointer,
        reason,
        cause);
  }

  /** Where the JSON does not fit, as a JSON pointer; empty for the document as a whole. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there, without any value of the payload. */
  public String reason() {
    return reason;
  }
}
