package io.orchestrix.cdi;

import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditServices;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.audit.CommandAudit;
import io.orchestrix.audit.LastPosition;
import io.orchestrix.audit.RefusedRequests;
import io.orchestrix.config.AuditMode;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Puts the audit log together, as beans. */
@Dependent
class AuditComposition {

  /** Who writes down commands; nobody, if that is configured. */
  record OfCommands(@Nullable CommandAudit ifAny) {}

  @Produces
  @Singleton
  AuditStore auditStore(StoreFactory stores) {
    return stores.audit();
  }

  @Produces
  @Singleton
  AuditLog auditLog(AuditStore store, UnitOfWork unitOfWork) {
    return new AuditLog(store, unitOfWork);
  }

  @Produces
  @Singleton
  AuditServices auditServices(
      AuditStore store,
      UnitOfWork unitOfWork,
      ActingCaller caller,
      CurrentMessage current,
      Clock clock,
      ManagedThreads threads) {
    return new AuditServices(store, unitOfWork, caller, current, clock, threads::execute);
  }

  @Produces
  @Singleton
  AuditTrail auditTrail(AuditServices services, Settings settings) {
    return settings.get(Keys.AUDIT) == AuditMode.NONE
        ? AuditTrail.silent(services.unitOfWork())
        : new AuditTrail(services);
  }

  @Produces
  @Singleton
  RefusedRequests refusedRequests(AuditServices services, Settings settings) {
    return new RefusedRequests(services, settings.get(Keys.AUDIT));
  }

  /** By its class, as there are other publishers. */
  @Produces
  @Singleton
  @Typed(LastPosition.class)
  LastPosition lastPosition() {
    return new LastPosition();
  }

  @Produces
  @Singleton
  OfCommands ofCommands(AuditServices services, LastPosition positions, Settings settings) {
    return new OfCommands(
        settings.get(Keys.AUDIT) == AuditMode.ALL ? new CommandAudit(services, positions) : null);
  }
}
