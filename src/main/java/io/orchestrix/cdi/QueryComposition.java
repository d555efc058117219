package io.orchestrix.cdi;

import io.orchestrix.config.Settings;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.query.LocalQueryBus;
import io.orchestrix.query.QueryServices;
import io.orchestrix.query.ReadModelChanges;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/** Puts together what queries need, as beans. */
@Dependent
class QueryComposition {

  /** By its class, so that a bus of the application can stand before it. */
  @Produces
  @Singleton
  @Typed(LocalQueryBus.class)
  LocalQueryBus queryBus(
      OrchestrixExtension extension,
      Event<Object> events,
      UnitOfWork unitOfWork,
      Settings settings,
      Validator validator,
      ActingCaller caller,
      GuardedMonitor monitor,
      ReadModelChanges changes,
      ManagedQueryThreads threads) {
    return new LocalQueryBus(
        Cataloguing.queryRoutes(extension.queryHandlers(events)),
        new QueryServices(unitOfWork, settings, validator, caller, monitor, changes, threads));
  }
}
