package io.orchestrix.deadletter;

import io.orchestrix.OrchestrixException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something cannot be done with a dead letter. It stays as it is. */
public final class DeadLetterException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> details;

  private DeadLetterException(
      String code,
      Kind kind,
      String message,
      Map<String, Object> details,
      @Nullable Throwable cause) {
    super(code, kind, message, cause);
    this.details = details;
  }

  private DeadLetterException(String code, Kind kind, String message) {
    this(code, kind, message, Map.of(), null);
  }

  static DeadLetterException unknown(DeadLetterId id) {
    return new DeadLetterException(
        "ORX-3301",
        Kind.NOT_FOUND,
        "There is no dead letter %s. Check the name of the subscription and the position."
            .formatted(id));
  }

  static DeadLetterException notFirst(DeadLetterId id, DeadLetter first) {
    return new DeadLetterException(
        "ORX-3302",
        Kind.REFUSED,
        "Tried to retry the dead letter %s, but the events of its sequence '%s' are handled in order, and %s comes first. Retry or discard that one."
            .formatted(id, first.sequence(), first.id()),
        Map.of("first", first.id().position().value()),
        null);
  }

  static DeadLetterException impossible(DeadLetterStep step, DeadLetter letter) {
    return new DeadLetterException(
        "ORX-3303",
        Kind.REFUSED,
        "Tried to %s the dead letter %s, which is %s; nothing was done. Look at it again."
            .formatted(step, letter.id(), letter.state()),
        Map.of("state", letter.state().name()),
        null);
  }

  static DeadLetterException unreadable(
      DeadLetter letter, String reason, @Nullable Throwable cause) {
    return new DeadLetterException(
        "ORX-3304",
        Kind.INVALID,
        "The new payload of the dead letter %s cannot be read as '%s' revision %d: %s. The letter has its old one; correct the JSON."
            .formatted(letter.id(), letter.subject().type(), letter.subject().revision(), reason),
        Map.of(),
        cause);
  }

  static DeadLetterException badReason(DeadLetterStep step, DeadLetterId id) {
    return new DeadLetterException(
        "ORX-3306",
        Kind.INVALID,
        "Tried to %s the dead letter %s without a reason, or with one that is too long. Give one of 1 to %d characters."
            .formatted(step, id, DeadLetterAction.LONGEST_REASON));
  }

  static DeadLetterException nothingOpen(String subscription, String sequence) {
    return new DeadLetterException(
        "ORX-3307",
        Kind.NOT_FOUND,
        "There is no open dead letter of %s in the sequence '%s'. Perhaps it was handled or discarded meanwhile."
            .formatted(subscription, sequence));
  }

  @Override
  public Map<String, Object> details() {
    return details;
  }
}
