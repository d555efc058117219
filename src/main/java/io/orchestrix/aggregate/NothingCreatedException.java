package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;

/** The decision that was to create an aggregate applied no event, so there is nothing to store. */
public final class NothingCreatedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NothingCreatedException(StreamId stream) {
    super(
        "ORX-4007",
        Kind.FAULT,
        "Tried to create the %s '%s'; its decision applied no event, so nothing would be stored. Apply one, or refuse with a DomainRuleException."
            .formatted(stream.category(), stream.key()));
  }
}
