package io.orchestrix.standalone;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.aggregate.inmemory.InMemorySnapshotStore;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandServices;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.RequestKeys;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.ConfigurationException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.InvalidRegistrationException;
import io.orchestrix.module.ModuleServices;
import io.orchestrix.module.Registered;
import io.orchestrix.module.RegisteredObservers;
import io.orchestrix.module.Registration;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.projection.InlineProjections;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.projection.inmemory.InMemoryReadModelStore;
import io.orchestrix.query.LocalQueryBus;
import io.orchestrix.query.QueryBus;
import io.orchestrix.query.QueryServices;
import io.orchestrix.subscription.Wakeup;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The parts of an application in memory, put together. Thread-safe. */
final class Wired implements ModuleServices, AutoCloseable {

  /**
   * A read model in memory is not rolled back, so that events that come before the one that fails
   * must not be in its batch.
   */
  private static final Map<String, String> IN_MEMORY =
      Map.of(Keys.SOURCE.name(), "/orchestrix", Keys.BATCH_EVENTS.name(), "1");

  private final Registered registered = new Registered();
  private final Map<Class<?>, AggregateRepository<?>> repositories = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(PooledThreads::daemon);
  private final ParameterValues values;
  private final Catalog catalog;
  private final EventStore events;
  private final Positions positions;
  private final AggregateServices aggregates;
  private final ReadSide readSide;
  private final CommandBus commands;
  private final QueryBus queries;

  Wired(Builder builder) {
    register(builder);
    Settings settings = settings(builder);
    Clock clock = builder.clock;
    EventTypes types = new EventTypes(eventClasses());
    EventFormat format =
        new EventFormat(
            types,
            registered.upcasters(),
            new JacksonPayloadCodec(),
            settings.get(Keys.UNKNOWN_EVENTS));
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    CurrentMessage current = new CurrentMessage();
    GuardedMonitor monitor = new GuardedMonitor(builder.monitor);
    MetadataFactory metadata = new MetadataFactory(clock, settings.messageSource(), current);
    List<RegisteredProjection> projections = projections(settings);
    ReadModelStore readModels = new InMemoryReadModelStore(unitOfWork);
    this.positions = new Positions(unitOfWork);
    Wakeup wakeup = new Wakeup(unitOfWork);
    this.events =
        new InMemoryEventStore(
            format,
            settings.get(Keys.DELETE_STREAMS),
            unitOfWork,
            EventPublisher.all( // in the order of the store: observers may append more
                wakeup,
                new InlineProjections(projections, readModels, current),
                new RegisteredObservers(registered.observers(), current, builder.order),
                positions));
    this.readSide =
        new ReadSide(
            projections,
            readModels,
            events,
            format,
            unitOfWork,
            current,
            monitor,
            settings,
            clock,
            builder.caller,
            threads,
            wakeup);
    this.aggregates =
        new AggregateServices(
            events,
            types,
            format,
            metadata,
            current,
            new HistoryCache(settings.get(Keys.CACHED_EVENTS)),
            new InMemorySnapshotStore(unitOfWork),
            new JacksonStateCodec(),
            monitor,
            System::nanoTime,
            unitOfWork,
            threads);
    Validator validator = BeanValidation.find();
    this.commands =
        LocalCommandBus.create(
            Cataloguing.routes(registered.handlers()),
            builder.interceptors,
            new CommandServices(
                unitOfWork,
                settings,
                validator,
                builder.caller,
                new InMemoryIdempotencyStore(unitOfWork),
                new JacksonAnswerCodec(),
                RequestKeys.NONE,
                metadata,
                current,
                monitor,
                clock,
                builder.pause,
                threads));
    this.queries =
        new LocalQueryBus(
            Cataloguing.queryRoutes(registered.queryHandlers()),
            new QueryServices(
                unitOfWork,
                settings,
                validator,
                builder.caller,
                monitor,
                readSide.changes(),
                new PooledQueryThreads(threads)));
    this.catalog =
        Cataloguing.catalog(
            registered.handlers(),
            registered.queryHandlers(),
            types,
            registered.aggregates(),
            registered.projections());
    Map<Class<?>, Object> provided = new HashMap<>(builder.provided);
    provided.putIfAbsent(Clock.class, clock);
    provided.putIfAbsent(CommandBus.class, commands);
    provided.putIfAbsent(QueryBus.class, queries);
    provided.putIfAbsent(EventStore.class, events);
    provided.putIfAbsent(Positions.class, positions);
    provided.putIfAbsent(Projections.class, readSide.projections());
    provided.putIfAbsent(DeadLetterQueue.class, readSide.letters());
    this.values = new ProvidedValues(provided);
    if (!projections.isEmpty()) {
      readSide.start();
    }
  }

  private List<RegisteredProjection> projections(Settings settings) {
    return registered.projections().stream()
        .map(found -> RegisteredProjection.of(found.type(), found.target(), settings))
        .toList();
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

  private static Settings settings(Builder builder) {
    Map<String, String> set = new HashMap<>(IN_MEMORY);
    set.putAll(builder.settings);
    Settings settings = new Settings(name -> Optional.ofNullable(set.get(name)));
    for (ConfigurationException mistake : settings.mistakes()) {
      throw mistake;
    }
    return settings;
  }

  private Set<Class<? extends Event>> eventClasses() {
    Set<Class<? extends Event>> classes = new LinkedHashSet<>(registered.events());
    registered.aggregates().forEach(aggregate -> classes.addAll(aggregate.eventTypes()));
    return classes;
  }

  AggregateRepository<?> repository(Class<?> type) {
    return repositories.computeIfAbsent(type, this::makeRepository);
  }

  private AggregateRepository<?> makeRepository(Class<?> type) {
    return registered.aggregates().stream()
        .filter(aggregate -> aggregate.type() == type)
        .findFirst()
        .<AggregateRepository<?>>map(
            aggregate -> new EventSourcedRepository<>(aggregate, aggregates))
        .orElseThrow(() -> InvalidRegistrationException.noAggregate(type));
  }

  Positions positions() {
    return positions;
  }

  @Override
  public CommandBus commands() {
    return commands;
  }

  @Override
  public QueryBus queries() {
    return queries;
  }

  @Override
  public EventStore events() {
    return events;
  }

  @Override
  public AggregateServices aggregates() {
    return aggregates;
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
    readSide.close();
    threads.shutdownNow();
  }
}
