package io.orchestrix.aggregate;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Keeps the aggregates of one class as an {@link AggregateRepository} does, on other threads.
 *
 * <p>Each operation is a unit of work of its own: when its stage completes, what it did is
 * committed; when it fails, nothing is kept, and the stage completes with what the operation of the
 * repository throws. Nothing is tried again. It never takes part in a transaction of the caller:
 * called inside one, it sees only what is committed already, not what that transaction has done so
 * far; it is not undone with it; and an aggregate that the transaction is changing is a conflict
 * for one of the two. Events bear the correlation and cause of the message that the calling thread
 * handles.
 *
 * <p>Thread-safe; the aggregates are not: each belongs to whoever the stage hands it to.
 *
 * <pre>{@code
 * accounts.async().load("ACC-1").thenAccept(account -> report(account.balance()));
 * }</pre>
 */
public interface AsyncAggregateRepository<T extends AggregateRoot> {

  /** As {@link AggregateRepository#create}. The decision is made on the other thread. */
  CompletionStage<T> create(String id, Consumer<? super T> decision);

  /** As {@link AggregateRepository#update}. The decision is made on the other thread. */
  CompletionStage<T> update(String id, Consumer<? super T> decision);

  /** As {@link AggregateRepository#updateOrCreate}. The decision is made on the other thread. */
  CompletionStage<T> updateOrCreate(String id, Consumer<? super T> decision);

  /** As {@link AggregateRepository#load}. */
  CompletionStage<T> load(String id);

  /** As {@link AggregateRepository#find}. */
  CompletionStage<Optional<T>> find(String id);

  /**
   * As {@link AggregateRepository#save}. Nobody touches the aggregate until the stage completes,
   * with the same aggregate.
   */
  CompletionStage<T> save(T aggregate);
}
