package io.orchestrix.command;

import io.orchestrix.OrchestrixException;

/** Nothing keeps commands for later here. */
final class NoScheduleException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NoScheduleException(Class<?> command) {
    super(
        "ORX-3638",
        Kind.FAULT,
        "Tried to schedule a %s on a bus that was made without a schedule. Use the bus of an application."
            .formatted(command.getName()));
  }
}
