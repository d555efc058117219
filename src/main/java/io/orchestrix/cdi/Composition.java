package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.aggregate.jpa.JpaSnapshotStore;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.RetryPolicy;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.jpa.JpaEventStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.schema.Schema;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;

/** Puts the rooms together: everything that the framework is made of, as beans. */
@Dependent
class Composition {

  @Produces
  @Singleton
  @Typed(GuardedMonitor.class)
  GuardedMonitor guarded(Monitor monitor) {
    return new GuardedMonitor(monitor);
  }

  @Produces
  @Singleton
  Settings settings() {
    return Settings.ofApplication();
  }

  @Produces
  @Singleton
  CurrentMessage currentMessage() {
    return new CurrentMessage();
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
  Schema schema(StorePersistence persistence, Settings settings) {
    return new Schema(
        persistence::dataSource, settings.databaseSchema(), settings.get(Keys.SCHEMA));
  }

  @Produces
  @Singleton
  EventStore eventStore(
      Schema schema,
      StorePersistence persistence,
      Settings settings,
      UnitOfWork unitOfWork,
      EventFormat format,
      GuardedMonitor monitor) {
    unitOfWork.runOutside(schema::prepare); // whoever comes first, even before the server's startup
    return new JpaEventStore(
        persistence,
        settings.databaseSchema(),
        unitOfWork,
        format,
        settings.get(Keys.DELETE_STREAMS),
        monitor);
  }

  @Produces
  @Singleton
  AggregateServices aggregateServices(
      EventStore store,
      StorePersistence persistence,
      Settings settings,
      UnitOfWork unitOfWork,
      EventTypes types,
      EventFormat format,
      MetadataFactory metadata,
      CurrentMessage current,
      GuardedMonitor monitor) {
    return new AggregateServices(
        store,
        types,
        format,
        metadata,
        current,
        new HistoryCache(settings.get(Keys.CACHED_EVENTS)),
        new JpaSnapshotStore(persistence, settings.databaseSchema(), unitOfWork),
        new JacksonStateCodec(),
        monitor,
        System::nanoTime);
  }

  @Produces
  @Singleton
  CommandBus commandBus(
      OrchestrixExtension extension,
      Event<Object> events,
      Validator validator,
      Settings settings,
      UnitOfWork unitOfWork,
      CurrentMessage current,
      MetadataFactory metadata,
      GuardedMonitor monitor) {
    RetryPolicy policy =
        new RetryPolicy(settings.get(Keys.RETRY_ATTEMPTS), settings.get(Keys.RETRY_PAUSE));
    return LocalCommandBus.create(
        extension.commandHandlers().routes(events),
        unitOfWork,
        policy,
        validator,
        metadata,
        current,
        monitor);
  }
}
