package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;

/** A command does not say which aggregate it is for. Nothing was done. */
public final class InvalidTargetException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  InvalidTargetException(Class<?> command, String accessor) {
    super(
        "ORX-4017",
        Kind.INVALID,
        "Tried to handle a %s without a target: its %s, which has @TargetId, is null. Send it with the id of the aggregate."
            .formatted(command.getSimpleName(), accessor));
  }
}
