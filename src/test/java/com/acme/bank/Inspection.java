package com.acme.bank;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditTail;
import io.orchestrix.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the bank looks after itself. */
@Singleton
class Inspection {

  private final AuditLog log;
  private final AuditTrail trail;

  @Inject
  Inspection(AuditLog log, AuditTrail trail) {
    this.log = log;
    this.trail = trail;
  }

  List<AuditEntry> refusedToday(String teller, Instant midnight, @Nullable AuditEntry last) {
    AuditFilter refused = AuditFilter.ALL.actor(teller).outcome(Outcome.REFUSED).from(midnight);
    return log.page(refused, last == null ? null : last.id(), 50);
  }

  long copy(long place, Consumer<AuditEntry> elsewhere) {
    AuditTail next = log.tail(place, 1_000);
    next.entries().forEach(elsewhere);
    return next.last(); // to be kept, and to begin with the next time
  }

  String export(String account, String reason, Supplier<String> export) {
    return trail.begin("account.export", account, reason).inTransaction(export);
  }
}
