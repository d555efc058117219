package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work was doomed before its end: something inside it failed and was caught, or it took
 * too long. Nothing of it was kept.
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
        "Tried to go on with a transaction that was doomed before its end: %s. Nothing was kept. Let the failure through instead of catching it, or make the work shorter."
            .formatted(
                cause == null
                    ? "somebody marked it for rollback, or it took longer than the server allows"
                    : cause),
        cause);
  }
}
