package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/**
 * Something inside a unit of work failed and was caught, so the work went on and returned, but
 * nothing of it could be kept.
 */
public final class RolledBackException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause the failure that was caught; {@code null} if somebody else marked the transaction
   */
  public RolledBackException(@Nullable Throwable cause) {
    super(
        "ORX-2003",
        Kind.FAULT,
        "Tried to commit a transaction that was doomed by a failure inside it, although the work went on: %s. Nothing was kept. Let that exception through instead of catching it, or look first whether it would come."
            .formatted(cause == null ? "somebody marked it for rollback" : cause),
        cause);
  }
}
