package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;

/** A decider gave {@code null} where it has to give a state or events. Nothing was stored. */
public final class FaultyDeciderException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  FaultyDeciderException(Class<?> decider, String reason) {
    super(
        "ORX-4027",
        Kind.FAULT,
        "%s.%s. Nothing was stored. Let it give a value; no event is List.of()."
            .formatted(decider.getName(), reason));
  }
}
