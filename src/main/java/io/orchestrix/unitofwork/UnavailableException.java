package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;

/** The database cannot be reached, or went away in the middle of a transaction. */
public final class UnavailableException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  public UnavailableException(Throwable cause) {
    super(
        "ORX-2002",
        Kind.UNAVAILABLE,
        "The database is away or went away before it confirmed the commit. Repeat the request with "
            + "the same ids when it is back: what was kept is not done twice.",
        cause);
  }
}
