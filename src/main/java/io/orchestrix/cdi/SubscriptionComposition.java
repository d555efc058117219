package io.orchestrix.cdi;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.config.StoreKind;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.projection.ProgressWatch;
import io.orchestrix.projection.ProjectionServices;
import io.orchestrix.projection.ProjectionSubscriptions;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.NodeName;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.subscription.SubscriptionServices;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;

/** Puts subscriptions and projections together, as beans. */
@Dependent
class SubscriptionComposition {

  /** The projections of the application, as one value. */
  record Registrations(Collection<RegisteredProjection> all) {}

  @Produces
  @Singleton
  Registrations projections(
      OrchestrixExtension extension, Event<Object> events, Settings settings) {
    boolean inMemory = settings.get(Keys.STORE) == StoreKind.MEMORY;
    return new Registrations(
        extension.projections(events).stream()
            .map(found -> RegisteredProjection.of(found.type(), found.target(), settings))
            .map(found -> inMemory ? found.oneByOne() : found)
            .toList());
  }

  @Produces
  @Singleton
  @Typed(Wakeup.class)
  Wakeup wakeup(UnitOfWork unitOfWork) {
    return new Wakeup(unitOfWork);
  }

  @Produces
  @Singleton
  @Typed(Positions.class)
  Positions positions(UnitOfWork unitOfWork) {
    return new Positions(unitOfWork);
  }

  @Produces
  @Singleton
  SegmentStore segments(StoreFactory stores) {
    return stores.segments();
  }

  @Produces
  @Singleton
  ReadModelStore readModels(StoreFactory stores) {
    return stores.readModels();
  }

  @Produces
  @Singleton
  SubscriptionServices subscriptionServices(
      EventStore events,
      SegmentStore segments,
      EventFormat format,
      DeadLetterStore letters,
      UnitOfWork unitOfWork,
      ManagedBackgroundThreads threads,
      GuardedMonitor monitor,
      Clock clock,
      Settings settings) {
    return new SubscriptionServices(
        events,
        segments,
        format,
        letters,
        unitOfWork,
        threads,
        monitor,
        clock,
        NodeName.unique(settings.get(Keys.NODE)),
        settings.get(Keys.LEASE),
        settings.get(Keys.POLL));
  }

  @Produces
  @Singleton
  SubscriptionNode node(
      Registrations projections,
      ReadModelStore readModels,
      SubscriptionServices services,
      CurrentMessage current,
      Wakeup wakeup,
      Sagas sagas) {
    ProjectionSubscriptions ofProjections =
        new ProjectionSubscriptions(
            projections.all(), readModels, services.segments(), current, services.clock());
    SubscriptionNode node =
        new SubscriptionNode(
            () ->
                Stream.concat(ofProjections.get().stream(), sagas.node().subscriptions().stream())
                    .toList(),
            services);
    wakeup.of(node);
    return node;
  }

  @Produces
  @Singleton
  Projections projections(
      Registrations projections,
      ReadModelStore readModels,
      SubscriptionServices services,
      SubscriptionNode node,
      AuditTrail audit) {
    return new Projections(
        projections.all(),
        new ProjectionServices(
            services.events(),
            services.segments(),
            readModels,
            services.letters(),
            services.unitOfWork(),
            node,
            services.clock(),
            audit));
  }

  @Produces
  @Singleton
  ProgressWatch progressWatch(
      Projections projections, SubscriptionNode node, SubscriptionServices services) {
    return new ProgressWatch(projections, node, services.segments(), services.threads());
  }
}
