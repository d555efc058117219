package io.orchestrix.unitofwork;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent unit of work was faster. Nothing of this one was kept; whoever began it may load
 * again and decide again.
 */
public class ConflictException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  protected ConflictException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.CONFLICT, message, cause);
  }

  /** The database broke off this transaction in favour of another one. */
  public ConflictException(Throwable cause) {
    this(
        "ORX-2001",
        "The database broke off this transaction in favour of a concurrent one (deadlock, "
            + "serialisation or lock time-out). Nothing of it was kept. Try again.",
        cause);
  }
}
