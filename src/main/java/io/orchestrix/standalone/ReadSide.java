package io.orchestrix.standalone;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.MonitoredDeadLetterStore;
import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.Caller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.projection.ProgressWatch;
import io.orchestrix.projection.ProjectionServices;
import io.orchestrix.projection.ProjectionSubscriptions;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.query.ReadModelChanges;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.subscription.SubscriptionServices;
import io.orchestrix.subscription.SubscriptionThreads;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The projections of an application in memory, and what they run on. Thread-safe. */
final class ReadSide implements AutoCloseable {

  /** The one node that there is. */
  private static final String NODE = "memory";

  private final ScheduledExecutorService timer;
  private final SubscriptionNode node;
  private final Projections projections;
  private final DeadLetterQueue letters;
  private final ProgressWatch progress;

  ReadSide(
      List<RegisteredProjection> registered,
      ReadModelStore readModels,
      EventStore events,
      EventFormat format,
      UnitOfWork unitOfWork,
      CurrentMessage current,
      GuardedMonitor monitor,
      Settings settings,
      Clock clock,
      Caller caller,
      ExecutorService threads,
      Wakeup wakeup) {
    this.timer = Executors.newScheduledThreadPool(2, PooledThreads::daemon);
    SubscriptionThreads pooled = new PooledSubscriptionThreads(threads, timer);
    SegmentStore segments = new InMemorySegmentStore(unitOfWork);
    DeadLetterStore letterStore =
        new MonitoredDeadLetterStore(new InMemoryDeadLetterStore(unitOfWork), unitOfWork, monitor);
    this.node =
        new SubscriptionNode(
            new ProjectionSubscriptions(registered, readModels, segments, current, clock),
            new SubscriptionServices(
                events,
                segments,
                format,
                letterStore,
                unitOfWork,
                pooled,
                monitor,
                clock,
                NODE,
                settings.get(Keys.LEASE),
                settings.get(Keys.POLL)));
    wakeup.of(node);
    this.projections =
        new Projections(
            registered,
            new ProjectionServices(
                events, segments, readModels, letterStore, unitOfWork, node, clock));
    this.letters =
        new DeadLetterQueue(letterStore, unitOfWork, format, clock, caller::name, node::refresh);
    this.progress = new ProgressWatch(projections, node, segments, pooled);
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

  ReadModelChanges changes() {
    return (names, onProgress) -> progress.listen(names, onProgress)::run;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    node.end();
  }
}
