package io.orchestrix.command;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** An idempotency key cannot be used as it was, or the answer cannot be kept under it. */
public final class IdempotencyException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private IdempotencyException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(code, kind, message, cause);
  }

  static IdempotencyException invalidKey(int length) {
    return new IdempotencyException(
        "ORX-2105",
        Kind.INVALID,
        "The idempotency key is no key: it has %d characters; it takes 1 to 200 of printable ASCII, without blanks. Nothing was done. Send a random UUID."
            .formatted(length),
        null);
  }

  static IdempotencyException otherCommand(IdempotencyKey key, String command) {
    return new IdempotencyException(
        "ORX-2106",
        Kind.REFUSED,
        "The idempotency key '%s' was used for another command, or for other values of it. This %s was not executed. Send it with a key of its own."
            .formatted(key.value(), command),
        null);
  }

  static IdempotencyException usedOutside(IdempotencyKey key, String command) {
    return new IdempotencyException(
        "ORX-2108",
        Kind.FAULT,
        "A handler sent %s under the idempotency key '%s', which is the key of the command that it handles. Send it under another key, or without."
            .formatted(command, key.value()),
        null);
  }

  static IdempotencyException indistinct(String command, Throwable cause) {
    return new IdempotencyException(
        "ORX-2113",
        Kind.FAULT,
        "The command %s cannot be told from others under its idempotency key, as its values cannot be written as JSON. It was not executed. Let it hold what JSON can express."
            .formatted(command),
        cause);
  }

  static IdempotencyException unkeepable(CommandMessage message, String why, Throwable cause) {
    return new IdempotencyException(
        "ORX-2109",
        Kind.FAULT,
        "The answer to %s cannot be kept under its idempotency key: %s. Nothing was kept. Let the handler declare and return a record, or what else JSON can hold."
            .formatted(message.payload().getClass().getName(), why),
        cause);
  }
}
