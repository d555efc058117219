package io.orchestrix.message;

import io.orchestrix.OrchestrixException;

/** A component of an event holds what cannot be a tag. */
public final class InvalidTagException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  InvalidTagException(Class<?> event, String name, String reason) {
    super(
        "ORX-1019",
        Kind.INVALID,
        "Tried to store a %s with a tag '%s:...' that %s. A tag has at most %d characters, its name included, and no control character; check the value before the event is applied."
            .formatted(event.getName(), name, reason, Tags.LONGEST));
  }
}
