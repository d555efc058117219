package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;

/** The state of an aggregate cannot be shown as JSON. */
public final class StateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  StateException(Class<?> aggregate, Throwable cause) {
    super(
        "ORX-4016",
        Kind.FAULT,
        "The state of a %s cannot be written as JSON (see the cause). Let its fields hold what JSON can express."
            .formatted(aggregate.getName()),
        cause);
  }
}
