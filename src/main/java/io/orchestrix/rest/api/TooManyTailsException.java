package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;

/** So many follow the events that one more would be too many. */
final class TooManyTailsException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  TooManyTailsException(int most) {
    super(
        "ORX-7016",
        Kind.UNAVAILABLE,
        "%d clients follow the events of this node, which is the most it serves. Close one, or ask page by page."
            .formatted(most));
  }
}
