package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;

/** What was streamed ended by a failure that has no code of its own. */
final class UpdatesFailedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  UpdatesFailedException(Throwable cause) {
    super(
        "ORX-2221",
        Kind.FAULT,
        "A stream of updates ended by %s. Correct what threw it; the client has to connect again."
            .formatted(cause.getClass().getName()),
        cause);
  }
}
