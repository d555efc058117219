package io.orchestrix.eventstore;

import io.orchestrix.OrchestrixException;

/** There is no stream of that name. */
public final class StreamNotFoundException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  public StreamNotFoundException(StreamId stream) {
    super("ORX-3007", Kind.NOT_FOUND, "There is no stream %s. Check its name.".formatted(stream));
  }
}
