package io.orchestrix.query;

import io.orchestrix.message.AccessRule;
import io.orchestrix.message.Constraints;
import io.orchestrix.message.Violation;
import io.orchestrix.monitor.Signal;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of a query to its handler, and of the answer back. Thread-safe. */
final class Asking {

  private final Map<Class<? extends Query<?>>, QueryRoute> routes;
  private final QueryServices services;

  Asking(Map<Class<? extends Query<?>>, QueryRoute> routes, QueryServices services) {
    this.routes = Map.copyOf(routes);
    this.services = services;
  }

  /** Asks it for whoever is the caller of this thread. */
  <R> R ask(Query<R> query) {
    return monitored(query, () -> answer(query, check(query)));
  }

  /** Asks it again, after it was {@linkplain #check checked} once. */
  <R> R askAgain(Query<R> query, QueryRoute route) {
    return monitored(query, () -> answer(query, route));
  }

  /**
   * Looks whether the caller of this thread may ask it.
   *
   * @return where it goes
   * @throws NoQueryHandlerException if nobody handles such queries
   * @throws ForbiddenQueryException if the caller may not
   * @throws InvalidQueryException if a constraint is broken, naming all that are
   */
  QueryRoute check(Query<?> query) {
    Class<?> type = query.getClass();
    if (!AccessRule.admit(services.caller(), type)) {
      throw new ForbiddenQueryException(type);
    }
    Validator validator = services.validator();
    if (validator != null) {
      List<Violation> violations = Constraints.brokenBy(query, validator);
      if (!violations.isEmpty()) {
        throw new InvalidQueryException(type, violations);
      }
    }
    QueryRoute route = routes.get(type);
    if (route == null) {
      throw new NoQueryHandlerException(type);
    }
    return route;
  }

  @SuppressWarnings("unchecked") // what the handler declares was compared with the query
  private <R> R answer(Query<R> query, QueryRoute route) {
    Object answer;
    try {
      answer = services.unitOfWork().<@Nullable Object>call(() -> route.handler().handle(query));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw QueryFailedException.threw(query, e);
    }
    if (answer == null) {
      throw QueryFailedException.nothing(query, route.description());
    }
    return (R) answer;
  }

  private <R> R monitored(Query<R> query, Supplier<R> work) {
    long start = System.nanoTime();
    try {
      R answer = work.get();
      tell(query, start, null);
      return answer;
    } catch (RuntimeException | Error e) {
      tell(query, start, e);
      throw e;
    }
  }

  private void tell(Query<?> query, long start, @Nullable Throwable failure) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    services
        .monitor()
        .on(new Signal.QueryHandled(query.getClass().getSimpleName(), elapsed, failure));
  }
}
