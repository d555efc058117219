package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;

/** The database went away while it committed; whether it did cannot be told. */
public final class OutcomeUnknownException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknownException(Throwable cause) {
    super(
        "ORX-2004",
        Kind.UNKNOWN,
        "The database went away while it committed, so whether the request took effect is unknown. "
            + "Look first, or repeat it if its handler recognises a repetition.",
        cause);
  }
}
