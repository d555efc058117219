package io.orchestrix.command;

import io.orchestrix.OrchestrixException;

/** The caller may not send such commands. No handler saw it. */
public final class ForbiddenCommandException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  ForbiddenCommandException(String command) {
    super(
        "ORX-2110",
        Kind.FORBIDDEN,
        "The caller may not send the command %s. Nothing was done. Log in with a role that @RolesAllowed on the command names."
            .formatted(command));
  }
}
