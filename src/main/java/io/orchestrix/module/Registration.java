package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateHandler;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.Route;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.PayloadHandler;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.message.Upcaster;
import io.orchestrix.projection.ProjectionTarget;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryBus;
import io.orchestrix.query.QueryHandlerRules;
import io.orchestrix.query.QueryRoute;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaTarget;
import io.orchestrix.saga.SagaType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects what one module registers. Used by one thread. */
public final class Registration implements ModuleRegistration {

  private final String module;
  private final Registered registered;
  private final ModuleServices services;

  /**
   * @param module its name; empty if it has none
   * @param registered to which everything is added
   * @param services as they will be
   */
  public Registration(String module, Registered registered, ModuleServices services) {
    this.module = module;
    this.registered = registered;
    this.services = services;
  }

  @Override
  public <T extends AggregateRoot> AggregateRepository<T> aggregate(Class<T> type) {
    @SuppressWarnings("unchecked") // it is the type of that very class
    AggregateType<T> checked = (AggregateType<T>) AggregateType.of(type);
    return add(checked);
  }

  @Override
  public <C extends Command, S, E extends Event> AggregateRepository<Decided<C, S, E>> decider(
      Class<? extends Decider<C, S, E>> type) {
    @SuppressWarnings("unchecked") // it is the type of what that very class decides
    AggregateType<Decided<C, S, E>> checked =
        (AggregateType<Decided<C, S, E>>) AggregateType.of(type);
    return add(checked);
  }

  private <T extends AggregateRoot> AggregateRepository<T> add(AggregateType<T> type) {
    @SuppressWarnings("unchecked") // a repository of such aggregates stands behind it
    AggregateRepository<T> repository =
        Later.of(
            AggregateRepository.class,
            Once.of(() -> new EventSourcedRepository<>(type, services.aggregates())));
    registered.add(type);
    for (AggregateHandler<T> handler : type.handlers()) {
      CommandHandler handling = handler.on(repository, () -> services.values().open());
      add(handler.commandType(), handling, handler.answer(), handler.describe());
    }
    return repository;
  }

  @Override
  public <C extends Command> void handles(Class<C> command, Consumer<? super C> handler) {
    CommandHandler handling =
        message -> {
          handler.accept(command.cast(message.payload()));
          return null;
        };
    add(command, handling, void.class, describe(command, handler));
  }

  @Override
  public <C extends Command, R> void handles(
      Class<C> command, Class<R> answer, Function<? super C, ? extends R> handler) {
    CommandHandler handling = message -> handler.apply(command.cast(message.payload()));
    add(command, handling, answer, describe(command, handler));
  }

  /** A lambda tells no more than the class that it stands in. */
  private static String describe(Class<?> command, Object handler) {
    String where = handler.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
    return "%s(%s)".formatted(where, command.getSimpleName());
  }

  @Override
  public <R, Q extends Query<R>> void handlesQuery(
      Class<Q> query, Function<? super Q, ? extends R> handler, String... reads) {
    String description = describe(query, handler);
    Type answer = QueryHandlerRules.answerTo(query, description); // the compiler has compared it
    Set<String> read = Set.copyOf(List.of(reads));
    QueryHandlerRules.require(query, answer, read, description);
    QueryRoute route =
        new QueryRoute(asked -> handler.apply(query.cast(asked)), answer, read, description);
    registered.add(new Registered.QueryHandler(module, query, route));
  }

  @Override
  public <P extends Record> void handlesDeadline(Class<P> payload, Consumer<? super P> handler) {
    PayloadHandler handling = due -> handler.accept(payload.cast(due.payload()));
    DeadlineRoute route = new DeadlineRoute(handling, describe(payload, handler));
    registered.add(new Registered.OfDeadlines(module, payload, route));
  }

  @Override
  public void handlers(Object handlers) {
    for (ObjectHandler handler : ObjectHandler.of(handlers)) {
      Class<?> message = handler.message();
      if (handler.takesDeadlines()) {
        registered.add(
            new Registered.OfDeadlines(module, message, handler.deadlineRoute(services)));
      } else if (Query.class.isAssignableFrom(message)) {
        registered.add(
            new Registered.QueryHandler(module, query(message), handler.queryRoute(services)));
      } else {
        Route route = handler.route(services);
        registered.add(new Registered.Handler(module, message.asSubclass(Command.class), route));
      }
    }
  }

  @SuppressWarnings("unchecked") // any class of queries is one of queries for something
  private static Class<? extends Query<?>> query(Class<?> message) {
    return (Class<? extends Query<?>>) message.asSubclass(Query.class);
  }

  private void add(
      Class<? extends Command> command, CommandHandler handler, Type answer, String description) {
    registered.add(
        new Registered.Handler(module, command, new Route(handler, answer, description)));
  }

  @Override
  public void projection(Object projection) {
    ProjectionType type = ProjectionType.of(projection.getClass());
    ProjectionTarget target =
        work -> {
          try (ParameterValues.Call values = services.values().open()) {
            work.on(projection, values);
          }
        };
    registered.add(new Registered.ReadSide(module, type, target));
    type.eventTypes().stream()
        .filter(event -> !Modifier.isAbstract(event.getModifiers()))
        .forEach(event -> event(event.asSubclass(Event.class)));
  }

  @Override
  public void saga(Object saga) {
    SagaType type = SagaType.of(saga.getClass());
    SagaTarget target =
        work -> {
          try (ParameterValues.Call values = services.values().open()) {
            return work.on(saga, values);
          }
        };
    add(saga.getClass(), type.definition(target));
  }

  @Override
  public void saga(SagaDefinition<?> saga) {
    add(saga.getClass(), saga);
  }

  private void add(Class<?> owner, SagaDefinition<?> saga) {
    registered.add(new Registered.SagaEntry(module, owner.getName(), saga));
    saga.eventTypes().stream()
        .filter(event -> !Modifier.isAbstract(event.getModifiers()))
        .forEach(this::event);
  }

  @Override
  public <E extends Event> void observes(
      Class<E> event, BiConsumer<? super E, RecordedEvent> observer) {
    registered.add(
        new Registered.Observer(
            event, (found, recorded) -> observer.accept(event.cast(found), recorded)));
  }

  @Override
  public void event(Class<? extends Event> type) {
    registered.add(type);
  }

  @Override
  public void upcaster(Upcaster upcaster) {
    registered.add(upcaster);
  }

  @Override
  public CommandBus commands() {
    return Later.of(CommandBus.class, services::commands);
  }

  @Override
  public QueryBus queries() {
    return Later.of(QueryBus.class, services::queries);
  }

  @Override
  public DeadlineScheduler deadlines() {
    return Later.of(DeadlineScheduler.class, services::deadlines);
  }

  @Override
  public EventStore events() {
    return Later.of(EventStore.class, services::events);
  }
}
