package io.orchestrix.cdi;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.command.CommandBus;
import io.orchestrix.config.Settings;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.module.Registered;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.saga.SagaCommands;
import io.orchestrix.saga.SagaServices;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the sagas together, as beans. */
@Dependent
class SagaComposition {

  @Produces
  @Singleton
  SagaStore instances(StoreFactory stores) {
    return stores.sagas();
  }

  @Produces
  @Singleton
  SagaServices sagaServices(
      EventStore events,
      SagaStore instances,
      DeadlineStore deadlines,
      SegmentStore segments,
      Instance<CommandBus> commands,
      PayloadCodec codec,
      EventFormat format,
      MetadataFactory metadata,
      CurrentMessage current,
      UnitOfWork unitOfWork,
      GuardedMonitor monitor,
      Clock clock,
      Settings settings,
      AuditTrail audit) {
    return new SagaServices(
        events,
        instances,
        deadlines,
        segments,
        SagaCommands.by(commands::get),
        codec,
        format,
        metadata,
        current,
        unitOfWork,
        monitor,
        clock,
        SagaSettings.of(settings),
        audit);
  }

  @Produces
  @Singleton
  Sagas sagas(
      OrchestrixExtension extension, SagaServices services, ManagedBackgroundThreads threads) {
    return new Sagas(
        extension.sagas().stream().map(Registered.SagaEntry::definition).toList(),
        services,
        threads);
  }
}
