package io.orchestrix.audit;

import io.orchestrix.OrchestrixException;

/** The audit log cannot be read as it was asked for. */
public final class AuditException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private AuditException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  /** Who follows the log needs a new snapshot for each statement. */
  public static AuditException wrongIsolation(String isolation) {
    return new AuditException(
        "ORX-6202",
        "Tried to follow the audit log in a transaction with the isolation level %s, which does not see what is committed meanwhile and would skip entries. Follow it in one that is READ COMMITTED."
            .formatted(isolation));
  }
}
