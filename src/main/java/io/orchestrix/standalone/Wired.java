package io.orchestrix.standalone;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.command.CommandBus;
import io.orchestrix.config.Keys;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadline.ActingDeadlineHandler;
import io.orchestrix.deadline.ArmedDeadlineStore;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.eventstore.AppendSignals;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.MonitoredEventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.ModuleServices;
import io.orchestrix.module.Registered;
import io.orchestrix.module.RegisteredObservers;
import io.orchestrix.module.Registration;
import io.orchestrix.projection.InlineProjections;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.projection.inmemory.InMemoryReadModelStore;
import io.orchestrix.query.QueryBus;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The parts of an application in memory, put together. Thread-safe. */
final class Wired implements ModuleServices, AutoCloseable {

  private final Registered registered = new Registered();
  private final ExecutorService threads = Executors.newCachedThreadPool(PooledThreads::daemon);
  private final ParameterValues values;
  private final Catalog catalog;
  private final EventStore events;
  private final Positions positions;
  private final Schedules schedules;
  private final WriteSide writeSide;
  private final ReadSide readSide;
  private final DeadlineSide deadlines;
  private final Sagas sagas;
  private final AuditSide audit;

  Wired(Builder builder) {
    register(builder);
    Foundation foundation = Foundation.of(builder, registered, threads);
    this.audit = AuditSide.of(foundation);
    List<RegisteredProjection> projections =
        registered.projections().stream()
            .map(
                found ->
                    RegisteredProjection.of(found.type(), found.target(), foundation.settings()))
            .toList();
    ReadModelStore readModels = new InMemoryReadModelStore(foundation.unitOfWork());
    Wakeup wakeup = new Wakeup(foundation.unitOfWork());
    this.positions = new Positions(foundation.unitOfWork());
    this.events =
        new MonitoredEventStore(
            new InMemoryEventStore(
                foundation.format(),
                foundation.settings().get(Keys.DELETE_STREAMS),
                foundation.unitOfWork(),
                EventPublisher.all( // in the order of the store: observers may append more
                    wakeup,
                    new InlineProjections(projections, readModels, foundation.current()),
                    new RegisteredObservers(
                        registered.observers(), foundation.current(), builder.order),
                    positions,
                    audit.positions(),
                    new AppendSignals(foundation.unitOfWork(), foundation.monitor()))),
            foundation.monitor());
    ArmedDeadlineStore kept =
        new ArmedDeadlineStore(
            new InMemoryDeadlineStore(foundation.unitOfWork()), foundation.unitOfWork());
    this.schedules = new Schedules(registered, kept, foundation, audit.trail());
    this.writeSide = new WriteSide(registered, events, schedules, foundation, audit, builder);
    SegmentStore segments = new InMemorySegmentStore(foundation.unitOfWork());
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, PooledThreads::daemon);
    this.sagas =
        SagaSide.of(
            registered,
            events,
            kept,
            segments,
            commands(),
            foundation,
            new PooledBackgroundThreads(threads, timer),
            audit.trail());
    this.readSide =
        new ReadSide(
            registered,
            projections,
            readModels,
            events,
            foundation,
            wakeup,
            segments,
            sagas,
            timer,
            audit.trail());
    List<DeadlineHandler> handlers = new ArrayList<>(schedules.handlers(this::commands));
    for (DeadlineHandler handler : sagas.node().handlers()) {
      handlers.add(new ActingDeadlineHandler(handler, foundation.caller(), handler.name()));
    }
    this.deadlines = new DeadlineSide(handlers, kept, foundation);
    this.catalog =
        Cataloguing.catalog(
            registered.handlers(),
            registered.queryHandlers(),
            foundation.types(),
            registered.aggregates(),
            registered.projections(),
            registered.sagas(),
            registered.deadlineHandlers());
    this.values = new ProvidedValues(provided(builder));
    if (!projections.isEmpty() || !registered.sagas().isEmpty()) {
      readSide.start();
    }
  }

  private void register(Builder builder) {
    List<Builder.Named> modules = new ArrayList<>(builder.modules);
    if (builder.order != null) {
      Collections.shuffle(modules, builder.order);
    }
    for (Builder.Named module : modules) {
      module.wiring().register(new Registration(module.name(), registered, this));
    }
  }

  /** What handlers may take as parameters. */
  private Map<Class<?>, Object> provided(Builder builder) {
    Map<Class<?>, Object> provided = new HashMap<>(builder.provided);
    provided.putIfAbsent(Clock.class, builder.clock);
    provided.putIfAbsent(CommandBus.class, commands());
    provided.putIfAbsent(QueryBus.class, queries());
    provided.putIfAbsent(EventStore.class, events);
    provided.putIfAbsent(DeadlineScheduler.class, deadlines());
    provided.putIfAbsent(RecurringCommands.class, recurring());
    provided.putIfAbsent(Deadlines.class, schedules.deadlines());
    provided.putIfAbsent(Positions.class, positions);
    provided.putIfAbsent(DeadlineStore.class, deadlines.store());
    provided.putIfAbsent(Sagas.class, sagas);
    provided.putIfAbsent(Projections.class, readSide.projections());
    provided.putIfAbsent(DeadLetterQueue.class, readSide.letters());
    provided.putIfAbsent(AuditLog.class, audit.log());
    provided.putIfAbsent(AuditTrail.class, audit.trail());
    return provided;
  }

  AggregateRepository<?> repository(Class<?> type) {
    return writeSide.repository(type);
  }

  Sagas sagas() {
    return sagas;
  }

  Positions positions() {
    return positions;
  }

  AuditLog audit() {
    return audit.log();
  }

  @Override
  public CommandBus commands() {
    return writeSide.commands();
  }

  @Override
  public QueryBus queries() {
    return readSide.queries();
  }

  @Override
  public DeadlineScheduler deadlines() {
    return schedules.scheduler();
  }

  RecurringCommands recurring() {
    return schedules.recurring(writeSide.commands()::check);
  }

  Schedules schedules() {
    return schedules;
  }

  @Override
  public EventStore events() {
    return events;
  }

  @Override
  public AggregateServices aggregates() {
    return writeSide.aggregates();
  }

  @Override
  public ParameterValues values() {
    return values;
  }

  Catalog catalog() {
    return catalog;
  }

  ReadSide readSide() {
    return readSide;
  }

  @Override
  public void close() {
    sagas.node().end();
    deadlines.close();
    readSide.close();
    threads.shutdownNow();
  }
}
