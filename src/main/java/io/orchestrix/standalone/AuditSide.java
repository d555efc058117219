package io.orchestrix.standalone;

import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditServices;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.audit.CommandAudit;
import io.orchestrix.audit.LastPosition;
import io.orchestrix.audit.inmemory.InMemoryAuditStore;
import io.orchestrix.config.AuditMode;
import io.orchestrix.config.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of an application in memory. Thread-safe.
 *
 * @param commands writes down commands; {@code null} if nobody is to
 */
record AuditSide(
    AuditLog log, AuditTrail trail, @Nullable CommandAudit commands, LastPosition positions) {

  static AuditSide of(Foundation foundation) {
    AuditStore store = new InMemoryAuditStore(foundation.unitOfWork());
    LastPosition positions = new LastPosition();
    AuditMode mode = foundation.settings().get(Keys.AUDIT);
    AuditServices services =
        new AuditServices(
            store,
            foundation.unitOfWork(),
            foundation.caller(),
            foundation.current(),
            foundation.clock(),
            foundation.threads());
    return new AuditSide(
        new AuditLog(store, foundation.unitOfWork()),
        mode == AuditMode.NONE
            ? AuditTrail.silent(foundation.unitOfWork())
            : new AuditTrail(services),
        mode == AuditMode.ALL ? new CommandAudit(services, positions) : null,
        positions);
  }
}
