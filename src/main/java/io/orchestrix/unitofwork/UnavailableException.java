package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;

/** The database cannot be reached, or went away before the commit. Nothing was kept. */
public final class UnavailableException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  public UnavailableException(Throwable cause) {
    super(
        "ORX-2002",
        Kind.UNAVAILABLE,
        "The database is away, or went away before the commit. Nothing was kept. Try again later.",
        cause);
  }
}
