package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;

/** A command came to an aggregate to which nothing can happen any more. Nothing was stored. */
public final class TerminalStateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  TerminalStateException(Class<?> command, String id, Class<?> state) {
    super(
        "ORX-4026",
        Kind.REFUSED,
        "Tried %s on '%s', which has come to its end (%s), so it takes no command any more. Look at its state, or choose another id."
            .formatted(command.getSimpleName(), id, state.getSimpleName()));
  }
}
