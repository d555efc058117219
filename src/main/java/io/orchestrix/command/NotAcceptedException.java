package io.orchestrix.command;

import io.orchestrix.OrchestrixException;

/** The server takes no more work for later. The command was not executed. */
public final class NotAcceptedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NotAcceptedException(String command, Throwable cause) {
    super(
        "ORX-2112",
        Kind.UNAVAILABLE,
        "The server's managed executor took no more work, so %s was not executed. Send it again later, or give the executor a longer queue."
            .formatted(command),
        cause);
  }
}
