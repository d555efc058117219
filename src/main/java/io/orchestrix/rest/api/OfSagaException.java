package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadline.DeadlineKey;

/** A deadline is what lets a saga go on, so nobody but the saga moves it. */
final class OfSagaException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  OfSagaException(DeadlineKey key) {
    super(
        "ORX-7024",
        Kind.REFUSED,
        "The deadline '%s' belongs to a saga, which would stand still without it. Retry it if it was given up; otherwise decide about the instance."
            .formatted(key));
  }
}
