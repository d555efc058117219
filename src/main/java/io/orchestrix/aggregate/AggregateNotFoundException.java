package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;

/** There is no aggregate of that id. */
public final class AggregateNotFoundException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  AggregateNotFoundException(StreamId stream) {
    super(
        "ORX-4001",
        Kind.NOT_FOUND,
        "There is no %s '%s'. Check the id, or create it first."
            .formatted(stream.category(), stream.key()));
  }
}
