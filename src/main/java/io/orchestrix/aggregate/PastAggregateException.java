package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;

/** An aggregate as it was is to be stored, but the past does not change. */
public final class PastAggregateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  PastAggregateException(StreamId stream, Provenance loaded) {
    super(
        "ORX-4013",
        Kind.FAULT,
        "Tried to save the %s '%s' as it was in version %d; its newest was %d. Nothing was stored. Decide on what load() or update() gives."
            .formatted(stream.category(), stream.key(), loaded.version(), loaded.newest()));
  }
}
