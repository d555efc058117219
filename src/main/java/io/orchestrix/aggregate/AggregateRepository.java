package io.orchestrix.aggregate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the aggregates of one class. Inject it: there is a bean for every class annotated with
 * {@link Aggregate}.
 *
 * <p>Thread-safe; the aggregates are not. Everything joins the transaction of the thread and is
 * undone with it. Inside a command handler the bus repeats the whole handler when a concurrent
 * transaction was faster; elsewhere the {@link io.orchestrix.unitofwork.ConflictException} is the
 * caller's to handle.
 *
 * <pre>{@code
 * @Inject AggregateRepository<Account> accounts;
 *
 * Balance deposit(@HandlesCommand Deposit command) {
 *   return accounts.update(command.accountId(), account -> account.deposit(command)).balance();
 * }
 * }</pre>
 */
public interface AggregateRepository<T extends AggregateRoot> {

  /**
   * Makes a new aggregate, lets it decide, and stores its events.
   *
   * @return the aggregate after its decision
   * @throws AggregateExistsException if there is one of that id
   * @throws NothingCreatedException if the decision applied no event
   */
  T create(String id, Consumer<? super T> decision);

  /**
   * Loads an aggregate, lets it decide, and stores its events.
   *
   * @return the aggregate after its decision
   * @throws AggregateNotFoundException if there is none of that id
   * @throws io.orchestrix.eventstore.AppendConflictException if it was changed since it was loaded
   */
  T update(String id, Consumer<? super T> decision);

  /**
   * Loads an aggregate, or makes a new one if there is none of that id, lets it decide, and stores
   * its events. A new one that applies no event is not stored.
   *
   * @return the aggregate after its decision
   * @throws io.orchestrix.eventstore.AppendConflictException if it was changed since it was loaded,
   *     or created since there was none
   */
  T updateOrCreate(String id, Consumer<? super T> decision);

  /**
   * Rebuilds an aggregate from its events.
   *
   * @throws AggregateNotFoundException if there is none of that id
   */
  T load(String id);

  /** Rebuilds an aggregate from its events; empty if there is none of that id. */
  Optional<T> find(String id);

  /**
   * Stores the pending events of an aggregate that came from this repository. Without pending
   * events nothing happens; they stay pending when the store refuses them.
   *
   * @throws io.orchestrix.eventstore.AppendConflictException if it was changed since it was loaded
   * @throws PastAggregateException if it was loaded as it once was
   */
  void save(T aggregate);

  /**
   * Rebuilds an aggregate as it was in {@code version}. It can be looked at, but not be saved
   * unless that is its newest version.
   *
   * @throws AggregateNotFoundException if there is none of that id
   * @throws NoSuchVersionException if it was never in that version
   */
  T loadAt(String id, long version);

  /**
   * Rebuilds an aggregate as it was at {@code instant}: with the last event that had occurred by
   * then and all before it. It can be looked at, but not be saved unless that is its newest
   * version.
   *
   * @throws AggregateNotFoundException if there is none of that id
   * @throws NoSuchVersionException if there was none at that time
   */
  T loadAsOf(String id, Instant instant);

  /**
   * Shows the state of an aggregate in {@code version}, for people who look for what happened when.
   *
   * @throws AggregateNotFoundException if there is none of that id
   * @throws NoSuchVersionException if it was never in that version
   * @throws StateException if its state cannot be written as JSON
   */
  AggregateState stateAt(String id, long version);

  /** The same on other threads, for those who do not wait. */
  AsyncAggregateRepository<T> async();
}
