package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;

/** An aggregate of that id exists already, so it cannot be created. */
public final class AggregateExistsException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  AggregateExistsException(StreamId stream, Throwable cause) {
    super(
        "ORX-4002",
        Kind.CONFLICT,
        "The %s '%s' exists already; nothing was created. Choose another id, or change the one that exists."
            .formatted(stream.category(), stream.key()),
        cause);
  }
}
