package io.orchestrix.standalone;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.config.Keys;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.MonitoredDeadLetterStore;
import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.Registered;
import io.orchestrix.projection.ProgressWatch;
import io.orchestrix.projection.ProjectionServices;
import io.orchestrix.projection.ProjectionSubscriptions;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.query.LocalQueryBus;
import io.orchestrix.query.QueryBus;
import io.orchestrix.query.QueryServices;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.subscription.SubscriptionServices;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** The projections and the query bus of an application in memory. Thread-safe. */
final class ReadSide implements AutoCloseable {

  /** The one node that there is. */
  private static final String NODE = "memory";

  private final ScheduledExecutorService timer;
  private final SubscriptionNode node;
  private final Projections projections;
  private final DeadLetterQueue letters;
  private final QueryBus queries;

  ReadSide(
      Registered registered,
      List<RegisteredProjection> known,
      ReadModelStore readModels,
      EventStore events,
      Foundation foundation,
      Wakeup wakeup,
      SegmentStore segments,
      Sagas sagas,
      ScheduledExecutorService timer,
      AuditTrail audit) {
    this.timer = timer;
    UnitOfWork unitOfWork = foundation.unitOfWork();
    Clock clock = foundation.clock();
    BackgroundThreads pooled = new PooledBackgroundThreads(foundation.threads(), timer);
    DeadLetterStore letterStore =
        new MonitoredDeadLetterStore(
            new InMemoryDeadLetterStore(unitOfWork), unitOfWork, foundation.monitor());
    ProjectionSubscriptions ofProjections =
        new ProjectionSubscriptions(known, readModels, segments, foundation.current(), clock);
    this.node =
        new SubscriptionNode(
            () ->
                Stream.concat(ofProjections.get().stream(), sagas.node().subscriptions().stream())
                    .toList(),
            new SubscriptionServices(
                events,
                segments,
                foundation.format(),
                letterStore,
                unitOfWork,
                pooled,
                foundation.monitor(),
                clock,
                NODE,
                foundation.settings().get(Keys.LEASE),
                foundation.settings().get(Keys.POLL)));
    wakeup.of(node);
    this.projections =
        new Projections(
            known,
            new ProjectionServices(
                events, segments, readModels, letterStore, unitOfWork, node, clock, audit));
    this.letters =
        new DeadLetterQueue(
            letterStore,
            unitOfWork,
            foundation.format(),
            clock,
            foundation.caller()::name,
            node::refresh,
            audit);
    ProgressWatch progress = new ProgressWatch(projections, node, segments, pooled);
    this.queries =
        new LocalQueryBus(
            Cataloguing.queryRoutes(registered.queryHandlers()),
            new QueryServices(
                unitOfWork,
                foundation.settings(),
                foundation.validator(),
                foundation.caller(),
                foundation.monitor(),
                (names, onProgress) -> progress.listen(names, onProgress)::run,
                new PooledQueryThreads(foundation.threads())));
  }

  /** Claims everything at once, then goes on. */
  void start() {
    node.beat();
    Heartbeat.start(timer, node::beat);
    Heartbeat.start(timer, projections::advance);
  }

  Projections projections() {
    return projections;
  }

  DeadLetterQueue letters() {
    return letters;
  }

  QueryBus queries() {
    return queries;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    node.end();
  }
}
