package io.orchestrix.standalone;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Positions;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.module.Catalog;
import io.orchestrix.projection.Projections;
import io.orchestrix.query.QueryBus;
import io.orchestrix.saga.Sagas;

/**
 * An application without a server: plain Java SE, everything in memory. For tests, and to begin
 * with; what is written for it runs in a server unchanged. Thread-safe.
 *
 * <pre>{@code
 * try (Orchestrix app = Orchestrix.inMemory().module(new Orders()).start()) {
 *   app.commands().send(new CreateOrder("ORD-001", "Alice", new BigDecimal("149.99")));
 * }
 * }</pre>
 */
public final class Orchestrix implements AutoCloseable {

  private final Wired wired;

  Orchestrix(Wired wired) {
    this.wired = wired;
  }

  /** An application in memory, to be given its modules and started. */
  public static Builder inMemory() {
    return new Builder();
  }

  /** The bus. */
  public CommandBus commands() {
    return wired.commands();
  }

  /** The bus of queries. */
  public QueryBus queries() {
    return wired.queries();
  }

  /** Tells what work has stored, to wait for it in a projection. */
  public Positions positions() {
    return wired.positions();
  }

  /** The event store. */
  public EventStore events() {
    return wired.events();
  }

  /**
   * The repository of an aggregate class that a module has registered.
   *
   * @throws io.orchestrix.module.InvalidRegistrationException if none has
   */
  @SuppressWarnings("unchecked") // it is the repository of that very class
  public <T extends AggregateRoot> AggregateRepository<T> repository(Class<T> type) {
    return (AggregateRepository<T>) wired.repository(type);
  }

  /**
   * The repository of what a decider decides for that a module has registered.
   *
   * @throws io.orchestrix.module.InvalidRegistrationException if none has
   */
  @SuppressWarnings("unchecked") // it is the repository of what that very class decides
  public <C extends Command, S, E extends Event> AggregateRepository<Decided<C, S, E>> decider(
      Class<? extends Decider<C, S, E>> type) {
    return (AggregateRepository<Decided<C, S, E>>) wired.repository(type);
  }

  /** The projections: how far they are, and what can be done with them. */
  public Projections projections() {
    return wired.readSide().projections();
  }

  /** The sagas: how their instances stand, and what can be done with them. */
  public Sagas sagas() {
    return wired.sagas();
  }

  /** Events that a projection could not handle. */
  public DeadLetterQueue deadLetters() {
    return wired.readSide().letters();
  }

  /** Schedules the deadlines of the application. */
  public DeadlineScheduler scheduler() {
    return wired.deadlines();
  }

  /** Commands that are sent again and again. */
  public RecurringCommands recurringCommands() {
    return wired.recurring();
  }

  /** All that is scheduled: what is due when, and what was given up. */
  public Deadlines deadlines() {
    return wired.schedules().deadlines();
  }

  /** Who did what. */
  public AuditLog audit() {
    return wired.audit();
  }

  /** What the application is made of. */
  public Catalog catalog() {
    return wired.catalog();
  }

  /**
   * Lets go of its threads; what was sent asynchronously and has not ended is interrupted, as is a
   * batch of a projection.
   */
  @Override
  public void close() {
    wired.close();
  }
}
