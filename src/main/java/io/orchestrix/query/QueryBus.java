package io.orchestrix.query;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Brings each query to its one handler. Thread-safe; inject it.
 *
 * <p>The handler runs in one JTA transaction: that of the thread, or else one of its own. It is
 * there to read: nothing is repeated after a conflict, and no idempotency key is asked for.
 */
public interface QueryBus {

  /**
   * Asks a query and waits for the answer.
   *
   * <pre>{@code
   * Balance balance = queries.ask(new BalanceOf("ACC-1"));
   * }</pre>
   *
   * @throws NoQueryHandlerException if nobody handles such queries
   * @throws ForbiddenQueryException if the caller may not ask it
   * @throws InvalidQueryException if the query breaks its own constraints
   * @throws io.orchestrix.unitofwork.UnavailableException if the database is away
   * @throws QueryFailedException if the handler threw a checked exception or answered {@code null};
   *     an unchecked exception comes as it is
   */
  <R> R ask(Query<R> query);

  /**
   * Asks a query on a thread of the server, on behalf of the caller, in a transaction of its own:
   * what the caller has not committed it does not see.
   *
   * @return completed with the answer, or with the exception that {@link #ask} would have thrown
   */
  <R> CompletionStage<R> askAsync(Query<R> query);

  /**
   * Asks a query again whenever its answer may have changed, on whatever node that happened. A
   * subscriber gets the answer as it is, then each that is not equal to the one before.
   *
   * <pre>{@code
   * queries.subscribe(new BalanceOf("ACC-1")).subscribe(display);
   * }</pre>
   *
   * <p>It is asked on threads of the server, on behalf of who is the caller now, one time after the
   * other and at most once in {@code orchestrix.query.update-interval}, so answers in between may
   * be left out; the last one never is. Who has requested nothing is not asked for: the next
   * request gets the answer as it is then. The stream ends only by a failure, which is the one that
   * {@link #ask} would have thrown, or by {@code cancel}.
   *
   * <p>Roles and constraints are checked here, once.
   *
   * @return takes any number of subscribers, each for itself
   * @throws NotSubscribableException if the handler names no projections that it reads
   * @throws NoQueryHandlerException if nobody handles such queries
   * @throws ForbiddenQueryException if the caller may not ask it
   * @throws InvalidQueryException if the query breaks its own constraints
   */
  <R> Flow.Publisher<R> subscribe(Query<R> query);
}
