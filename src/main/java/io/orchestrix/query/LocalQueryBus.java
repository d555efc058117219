package io.orchestrix.query;

import io.orchestrix.config.Keys;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;

/** Answers every query in this application. Thread-safe. */
public final class LocalQueryBus implements QueryBus {

  private final Asking asking;
  private final QueryServices services;
  private final Duration interval;

  /**
   * @param routes the one handler of each class of queries
   */
  public LocalQueryBus(Map<Class<? extends Query<?>>, QueryRoute> routes, QueryServices services) {
    this.asking = new Asking(routes, services);
    this.services = services;
    this.interval = services.settings().get(Keys.QUERY_UPDATE_INTERVAL);
  }

  @Override
  public <R> R ask(Query<R> query) {
    return asking.ask(query);
  }

  @Override
  public <R> CompletionStage<R> askAsync(Query<R> query) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    try {
      services.threads().execute(() -> complete(answer, query));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new QueryNotAcceptedException(query.getClass(), e));
    }
    return answer;
  }

  private <R> void complete(CompletableFuture<R> answer, Query<R> query) {
    try {
      answer.complete(asking.ask(query));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public <R> Flow.Publisher<R> subscribe(Query<R> query) {
    Class<?> type = query.getClass();
    QueryRoute route = asking.check(query);
    if (route.reads().isEmpty()) {
      throw new NotSubscribableException(type, route.description());
    }
    Executor caller = services.threads().asCaller();
    return subscriber ->
        new Updates<>(
                subscriber,
                () -> asking.askAgain(query, route),
                new UpdatePace(services.threads(), caller, interval, type))
            .begin(services.changes(), route.reads());
  }
}
