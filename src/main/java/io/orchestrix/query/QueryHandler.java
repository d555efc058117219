package io.orchestrix.query;

import org.jspecify.annotations.Nullable;

/** Answers a query. Thread-safe. */
@FunctionalInterface
public interface QueryHandler {

  /**
   * Gives the answer.
   *
   * @throws Exception what the handler throws
   */
  @Nullable Object handle(Query<?> query) throws Exception;
}
