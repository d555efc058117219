package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.command.Route;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import io.orchestrix.projection.InvalidProjectionException;
import io.orchestrix.projection.ProjectionTarget;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryRoute;
import io.orchestrix.saga.SagaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What modules have registered by code. Filled by one thread, before anything is sent. */
public final class Registered {

  /** The one handler of a class of messages. */
  public sealed interface OfMessages {

    /** The module that it belongs to; empty if to none. */
    String module();

    /** The class of the messages. */
    Class<?> type();

    /** The handler, for people. */
    String description();
  }

  /** A handler of commands. */
  public record Handler(String module, Class<? extends Command> command, Route route)
      implements OfMessages {

    @Override
    public Class<?> type() {
      return command;
    }

    @Override
    public String description() {
      return route.description();
    }
  }

  /** A handler of queries. */
  public record QueryHandler(String module, Class<? extends Query<?>> query, QueryRoute route)
      implements OfMessages {

    @Override
    public Class<?> type() {
      return query;
    }

    @Override
    public String description() {
      return route.description();
    }
  }

  /** A handler of deadlines. */
  public record OfDeadlines(String module, Class<?> payload, DeadlineRoute route)
      implements OfMessages {

    @Override
    public Class<?> type() {
      return payload;
    }

    @Override
    public String description() {
      return route.description();
    }
  }

  /** An observer of stored events of a class, or of those below it. */
  public record Observer(
      Class<? extends Event> event, BiConsumer<? super Event, RecordedEvent> observer) {}

  /** A projection. */
  public record ReadSide(String module, ProjectionType type, ProjectionTarget target) {}

  /**
   * A saga.
   *
   * @param owner the class that says what it does, for people
   */
  public record SagaEntry(String module, String owner, SagaDefinition<?> definition) {}

  private final List<AggregateType<?>> aggregates = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final List<QueryHandler> queryHandlers = new ArrayList<>();
  private final List<OfDeadlines> deadlineHandlers = new ArrayList<>();
  private final List<ReadSide> projections = new ArrayList<>();
  private final List<SagaEntry> sagas = new ArrayList<>();
  private final List<Observer> observers = new ArrayList<>();
  private final List<Class<? extends Event>> events = new ArrayList<>();
  private final List<Upcaster> upcasters = new ArrayList<>();

  /**
   * @throws InvalidRegistrationException if there is another one of its category
   */
  void add(AggregateType<?> aggregate) {
    for (AggregateType<?> other : aggregates) {
      if (other.category().equals(aggregate.category()) && other.type() != aggregate.type()) {
        throw InvalidRegistrationException.sameCategory(
            other.category(), other.type(), aggregate.type());
      }
    }
    aggregates.add(aggregate);
  }

  void add(Handler handler) {
    handlers.add(handler);
  }

  void add(QueryHandler handler) {
    queryHandlers.add(handler);
  }

  void add(OfDeadlines handler) {
    deadlineHandlers.add(handler);
  }

  /**
   * @throws InvalidProjectionException if there is another one of its name
   */
  void add(ReadSide projection) {
    for (ReadSide other : projections) {
      if (other.type().name().equals(projection.type().name())) {
        throw InvalidProjectionException.sameName(
            other.type().name(), other.type().type(), projection.type().type());
      }
    }
    projections.add(projection);
  }

  void add(SagaEntry saga) {
    sagas.add(saga);
  }

  void add(Observer observer) {
    observers.add(observer);
  }

  void add(Class<? extends Event> event) {
    events.add(event);
  }

  void add(Upcaster upcaster) {
    upcasters.add(upcaster);
  }

  /** The aggregates, in the order of their registration, as are all the others. */
  public List<AggregateType<?>> aggregates() {
    return List.copyOf(aggregates);
  }

  /** The handlers, those of aggregates included. */
  public List<Handler> handlers() {
    return List.copyOf(handlers);
  }

  public List<QueryHandler> queryHandlers() {
    return List.copyOf(queryHandlers);
  }

  public List<OfDeadlines> deadlineHandlers() {
    return List.copyOf(deadlineHandlers);
  }

  public List<ReadSide> projections() {
    return List.copyOf(projections);
  }

  public List<SagaEntry> sagas() {
    return List.copyOf(sagas);
  }

  public List<Observer> observers() {
    return List.copyOf(observers);
  }

  /** The events that were registered by themselves. */
  public List<Class<? extends Event>> events() {
    return List.copyOf(events);
  }

  public List<Upcaster> upcasters() {
    return List.copyOf(upcasters);
  }
}
