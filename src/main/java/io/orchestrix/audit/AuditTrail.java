package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what those do who operate the application; an application may inject it for actions
 * of its own. Thread-safe.
 *
 * <pre>{@code
 * trail.begin("customers.export", "all", "asked for by the auditors").inTransaction(this::export);
 * }</pre>
 */
public final class AuditTrail {

  /** Writes nothing, and begins no transaction: for what brings its own, in tests. */
  public static final AuditTrail NONE = new AuditTrail(null, null);

  private final @Nullable Recording recording;
  private final @Nullable UnitOfWork unitOfWork;

  public AuditTrail(AuditServices services) {
    this(new Recording(services), services.unitOfWork());
  }

  private AuditTrail(@Nullable Recording recording, @Nullable UnitOfWork unitOfWork) {
    this.recording = recording;
    this.unitOfWork = unitOfWork;
  }

  /** One that writes nothing; transactions are as if it did. */
  public static AuditTrail silent(UnitOfWork unitOfWork) {
    return new AuditTrail(null, unitOfWork);
  }

  /**
   * An action begins.
   *
   * @param action its name, such as {@code projection.rebuild}; at most 255 characters
   * @param target what it acts on, at most 512 characters
   * @param reason why, at most 1,000 characters; empty for what the caller says of his request
   */
  public AuditedAction begin(String action, String target, String reason) {
    return begin(action, target, reason, "");
  }

  /**
   * An action begins.
   *
   * @param by who says that he does it; that counts where nobody has logged in
   * @see #begin(String, String, String)
   */
  public AuditedAction begin(String action, String target, String reason, String by) {
    if (recording == null) {
      return new AuditedAction(null, null, unitOfWork);
    }
    AuditServices services = recording.services();
    return new AuditedAction(
        recording,
        new Audited(
            Kind.ACTION,
            action,
            target,
            null,
            services.current().origin(),
            services.clock().instant(),
            reason.isEmpty() ? services.caller().why() : reason,
            by),
        unitOfWork);
  }
}
