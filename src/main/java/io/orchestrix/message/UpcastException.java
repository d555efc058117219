package io.orchestrix.message;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A stored event could not be brought up to date: its upcaster failed or gave what is no event. */
public final class UpcastException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  UpcastException(
      EventRevision stored, Upcaster upcaster, String reason, @Nullable Throwable cause) {
    super(
        "ORX-1017",
        Kind.FAULT,
        "Tried to bring a stored event of the type %s up to date, but %s %s. Correct that upcaster; the store is as it was."
            .formatted(stored, upcaster, reason),
        cause);
  }
}
