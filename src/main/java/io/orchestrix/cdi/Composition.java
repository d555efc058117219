package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.AggregateStates;
import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.aggregate.StateCodec;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.audit.LastPosition;
import io.orchestrix.command.CommandSchedule;
import io.orchestrix.command.CommandServices;
import io.orchestrix.command.IdempotencyStore;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.Pause;
import io.orchestrix.command.RequestKeys;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.Keys;
import io.orchestrix.config.PayloadVisibility;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.Once;
import io.orchestrix.module.RegisteredObservers;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.projection.InlineProjections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.telemetry.Telemetry;
import io.orchestrix.telemetry.Tracing;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts the rooms together: everything that the framework is made of, as beans. */
@Dependent
class Composition {

  @Produces
  @Singleton
  @Typed(GuardedMonitor.class)
  GuardedMonitor guarded(Monitor monitor, Telemetry telemetry, @Any Instance<Object> beans) {
    return GuardedMonitor.of(monitor, telemetry.monitor(), Tracing.of(beans));
  }

  @Produces
  @Singleton
  Settings settings() {
    return Settings.ofApplication();
  }

  @Produces
  @Singleton
  CurrentMessage currentMessage(GuardedMonitor monitor) {
    return new CurrentMessage(monitor);
  }

  @Produces
  @Singleton
  EventTypes eventTypes(OrchestrixExtension extension) {
    return extension.eventTypes();
  }

  @Produces
  @Singleton
  EventFormat eventFormat(
      OrchestrixExtension extension, EventTypes types, PayloadCodec codec, Settings settings) {
    return new EventFormat(types, extension.upcasters(), codec, settings.get(Keys.UNKNOWN_EVENTS));
  }

  @Produces
  @Singleton
  MetadataFactory metadataFactory(Clock clock, Settings settings, CurrentMessage current) {
    return new MetadataFactory(clock, settings.messageSource(), current);
  }

  @Produces
  @Singleton
  StoreFactory stores(
      StorePersistence persistence,
      Settings settings,
      UnitOfWork unitOfWork,
      EventFormat format,
      GuardedMonitor monitor,
      EventPublisher publisher) {
    return new StoreFactory(persistence, settings, unitOfWork, format, monitor, publisher);
  }

  @Produces
  @Singleton
  AggregateServices aggregateServices(
      EventStore store,
      StoreFactory stores,
      Settings settings,
      EventTypes types,
      EventFormat format,
      MetadataFactory metadata,
      CurrentMessage current,
      GuardedMonitor monitor,
      UnitOfWork unitOfWork,
      ManagedThreads threads) {
    return new AggregateServices(
        store,
        types,
        format,
        metadata,
        current,
        new HistoryCache(settings.get(Keys.CACHED_EVENTS)),
        stores.snapshots(),
        new JacksonStateCodec(),
        monitor,
        System::nanoTime,
        unitOfWork,
        threads::executeInRequest);
  }

  /** For people, so it masks what is sensitive unless everything may be seen. */
  @Produces
  @Singleton
  AggregateStates aggregateStates(
      OrchestrixExtension extension, AggregateServices services, Settings settings) {
    boolean isFull = settings.get(Keys.PAYLOAD_VISIBILITY) == PayloadVisibility.FULL;
    StateCodec codec = isFull ? services.states() : JacksonStateCodec.masking();
    return new AggregateStates(extension.aggregates(), services, codec);
  }

  @Produces
  @Singleton
  IdempotencyStore executions(StoreFactory stores) {
    return stores.executions();
  }

  @Produces
  @Singleton
  CommandServices commandServices(
      UnitOfWork unitOfWork,
      Settings settings,
      Validator validator,
      ActingCaller caller,
      IdempotencyStore executions,
      RequestKeys requestKeys,
      MetadataFactory metadata,
      CurrentMessage current,
      GuardedMonitor monitor,
      Clock clock,
      ManagedThreads threads,
      CommandSchedule schedule,
      AuditComposition.OfCommands audit) {
    return new CommandServices(
        unitOfWork,
        settings,
        validator,
        caller,
        executions,
        new JacksonAnswerCodec(),
        requestKeys,
        metadata,
        current,
        monitor,
        clock,
        Pause.SLEEP,
        threads::executeInRequest,
        schedule,
        audit.ifAny());
  }

  /** By its class, so that a bus of the application can stand before it. */
  @Produces
  @Singleton
  @Typed(LocalCommandBus.class)
  LocalCommandBus commandBus(
      OrchestrixExtension extension,
      Event<Object> events,
      BeanManager beans,
      CommandServices services) {
    return LocalCommandBus.create(
        Cataloguing.routes(extension.handlers(events)), extension.interceptors(beans), services);
  }

  @Produces
  @Singleton
  EventPublisher eventPublisher(
      OrchestrixExtension extension,
      Event<Object> channel,
      BeanManager beans,
      UnitOfWork unitOfWork,
      CurrentMessage current,
      ManagedThreads threads,
      Wakeup wakeup,
      Positions positions,
      LastPosition lastPosition,
      SubscriptionComposition.Registrations projections,
      Instance<ReadModelStore> readModels) {
    extension.eventObservers().causesIn(current);
    EventPublisher fired = new CdiEventPublisher(channel, beans, unitOfWork, threads::execute);
    EventPublisher registered =
        new RegisteredObservers(extension.registeredObservers(), current, null);
    Supplier<EventPublisher> inline = // what keeps the versions needs the store, that needs this
        Once.of(() -> new InlineProjections(projections.all(), readModels.get(), current));
    return EventPublisher.all(
        appended -> inline.get().publish(appended),
        fired,
        registered,
        positions,
        lastPosition,
        wakeup);
  }

  /** What the observer on this thread is notified of. */
  @Produces
  @Dependent
  RecordedEvent recordedEvent(OrchestrixExtension extension) {
    return extension.eventObservers().recorded();
  }

  @Produces
  @Singleton
  Catalog catalog(OrchestrixExtension extension, Event<Object> events, EventTypes types) {
    return Cataloguing.catalog(
        extension.handlers(events),
        extension.queryHandlers(events),
        types,
        extension.aggregates(),
        extension.projections(events),
        extension.sagas(),
        extension.deadlineHandlers(events));
  }
}
