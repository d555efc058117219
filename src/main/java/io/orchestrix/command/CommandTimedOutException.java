package io.orchestrix.command;

import io.orchestrix.OrchestrixException;

/** A command was not done in its time. Nothing of it was kept. */
public final class CommandTimedOutException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  CommandTimedOutException(String command) {
    super(
        "ORX-2111",
        Kind.UNAVAILABLE,
        "The command %s took longer than its time-out. Nothing was kept. Send it again later, or allow more by orchestrix.command.%s.timeout."
            .formatted(command, command));
  }
}
