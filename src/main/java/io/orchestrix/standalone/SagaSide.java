package io.orchestrix.standalone;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.module.Registered;
import io.orchestrix.saga.SagaCommands;
import io.orchestrix.saga.SagaServices;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.Sagas;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.subscription.SegmentStore;

/** Makes the sagas of an application in memory. */
final class SagaSide {

  private SagaSide() {}

  static Sagas of(
      Registered registered,
      EventStore events,
      DeadlineStore deadlines,
      SegmentStore segments,
      CommandBus commands,
      Foundation foundation,
      BackgroundThreads threads,
      AuditTrail audit) {
    return new Sagas(
        registered.sagas().stream().map(Registered.SagaEntry::definition).toList(),
        new SagaServices(
            events,
            new InMemorySagaStore(foundation.unitOfWork()),
            deadlines,
            segments,
            SagaCommands.by(() -> commands),
            foundation.codec(),
            foundation.format(),
            foundation.metadata(),
            foundation.current(),
            foundation.unitOfWork(),
            foundation.monitor(),
            foundation.clock(),
            SagaSettings.of(foundation.settings()),
            audit),
        threads);
  }
}
