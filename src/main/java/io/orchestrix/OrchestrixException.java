package io.orchestrix;

import jakarta.ejb.ApplicationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that Orchestrix explains: what was tried, what is, what to do.
 *
 * <p>Every subclass has a stable {@linkplain #code() code} {@code ORX-nnnn}, listed with cause and
 * fix on one page of the documentation ({@code docs/reference/messages.md}), and says by its
 * {@linkplain #kind() kind} who can mend it. Applications may extend it; codes from {@code
 * ORX-9000} on are theirs.
 *
 * <p>It leaves an EJB as it is, not wrapped in an {@code EJBException}, and marks the transaction
 * for rollback, as every other unchecked exception does. Without the EJB API at run time the JVM
 * ignores the annotation.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class OrchestrixException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Who can mend a failure, and how; the REST edge derives the HTTP status from it. */
  public enum Kind {
    /** The input is wrong: the sender corrects it. */
    INVALID,
    /** The caller may not do it. */
    FORBIDDEN,
    /** What was asked for is not there. */
    NOT_FOUND,
    /** Another one was faster: look again, decide again. */
    CONFLICT,
    /** A rule of the domain forbids it. */
    REFUSED,
    /** Something outside is away for now: try again later. */
    UNAVAILABLE,
    /** Whether it happened cannot be told: look first. */
    UNKNOWN,
    /** The application or its configuration is wrong: a developer corrects it. */
    FAULT
  }

  private final String code;
  private final Kind kind;

  protected OrchestrixException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(code + " " + message, cause);
    this.code = code;
    this.kind = kind;
  }

  protected OrchestrixException(String code, Kind kind, String message) {
    this(code, kind, message, null);
  }

  /** The stable code, {@code ORX-} and four digits. */
  public final String code() {
    return code;
  }

  /** Who can mend it. */
  public final Kind kind() {
    return kind;
  }

  /** The facts of this failure by name, as values that JSON knows; empty unless there are any. */
  public Map<String, Object> details() {
    return Map.of();
  }
}
