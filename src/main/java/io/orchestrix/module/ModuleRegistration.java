package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryBus;
import io.orchestrix.saga.SagaDefinition;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes what belongs to a module. What it gives can be used as soon as the application has started,
 * in handlers above all. Used by one thread, while the module is registered.
 */
public interface ModuleRegistration {

  /**
   * Adds an aggregate: its events are known, and its own methods handle commands.
   *
   * @param type annotated with {@link io.orchestrix.aggregate.Aggregate}
   * @return the repository of such aggregates
   * @throws io.orchestrix.aggregate.InvalidAggregateException if it cannot be one
   */
  <T extends AggregateRoot> AggregateRepository<T> aggregate(Class<T> type);

  /**
   * Adds an aggregate that a decider decides for.
   *
   * @param type annotated with {@link io.orchestrix.aggregate.Aggregate}
   * @throws io.orchestrix.aggregate.InvalidAggregateException if it cannot be one
   */
  <C extends Command, S, E extends Event> AggregateRepository<Decided<C, S, E>> decider(
      Class<? extends Decider<C, S, E>> type);

  /** Adds the one handler of a class of commands, which answers nothing. */
  <C extends Command> void handles(Class<C> command, Consumer<? super C> handler);

  /**
   * Adds the one handler of a class of commands.
   *
   * @param answer the class of what it returns
   */
  <C extends Command, R> void handles(
      Class<C> command, Class<R> answer, Function<? super C, ? extends R> handler);

  /**
   * Adds the one handler of a class of queries.
   *
   * @param reads the projections whose progress can change the answer; none if nobody may subscribe
   *     to it
   * @throws io.orchestrix.query.InvalidQueryHandlerException if the class of the query leaves the
   *     type of its answer open
   */
  <R, Q extends Query<R>> void handlesQuery(
      Class<Q> query, Function<? super Q, ? extends R> handler, String... reads);

  /**
   * Adds the one handler of deadlines with a class of payloads.
   *
   * @see io.orchestrix.deadline.HandlesDeadline
   */
  <P extends Record> void handlesDeadline(Class<P> payload, Consumer<? super P> handler);

  /**
   * Adds the methods of an object that have a parameter with {@link
   * io.orchestrix.command.HandlesCommand}, {@link io.orchestrix.query.HandlesQuery} or {@link
   * io.orchestrix.deadline.HandlesDeadline}.
   */
  void handlers(Object handlers);

  /**
   * Adds a projection: its methods with a parameter with {@link
   * io.orchestrix.subscription.HandlesEvent} keep a read model. The classes of events that they
   * take are known, as far as they are not abstract. Those of its methods that handle queries are
   * added by {@link #handlers}.
   *
   * @param projection of a class that is annotated with {@link
   *     io.orchestrix.projection.Projection}; thread-safe if that asks for several segments
   * @throws io.orchestrix.projection.InvalidProjectionException if it cannot be one, or there is
   *     another one of its name
   */
  void projection(Object projection);

  /**
   * Adds a saga. The classes of events that it takes are known, as far as they are not abstract.
   *
   * @param saga of a class that is annotated with {@link io.orchestrix.saga.Saga}; thread-safe
   * @throws io.orchestrix.saga.InvalidSagaException if it cannot be one
   */
  void saga(Object saga);

  /** Adds a saga that was described step by step. */
  void saga(SagaDefinition<?> saga);

  /**
   * Adds an observer of stored events of a class, or of the classes below it. It is called inside
   * the transaction that stores them; its failure rolls that back.
   */
  <E extends Event> void observes(Class<E> event, BiConsumer<? super E, RecordedEvent> observer);

  /**
   * Adds an observer of stored events that does not ask where they stand.
   *
   * @see #observes(Class, BiConsumer)
   */
  default <E extends Event> void observes(Class<E> event, Consumer<? super E> observer) {
    observes(event, (found, recorded) -> observer.accept(found));
  }

  /** Makes an event known that no aggregate of the application sees. */
  void event(Class<? extends Event> type);

  /** Adds an upcaster. */
  void upcaster(Upcaster upcaster);

  /** The bus of the application. */
  CommandBus commands();

  /** The bus of queries of the application. */
  QueryBus queries();

  /** Schedules the deadlines of the application. */
  DeadlineScheduler deadlines();

  /** The event store of the application. */
  EventStore events();
}
