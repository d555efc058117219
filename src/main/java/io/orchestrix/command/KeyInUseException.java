package io.orchestrix.command;

import io.orchestrix.unitofwork.ConflictException;

/** A command with the same idempotency key is being executed right now. */
public final class KeyInUseException extends ConflictException {

  private static final long serialVersionUID = 1L;

  public KeyInUseException(IdempotencyKey key) {
    super(
        "ORX-2107",
        "A command with the idempotency key '%s' is being executed. This one was not. Repeat it later, it will get the answer of the other."
            .formatted(key.value()),
        null);
  }
}
