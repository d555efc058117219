package io.orchestrix.query;

import java.lang.reflect.Type;
import java.util.Set;

/**
 * Where a query goes.
 *
 * @param handler handles it
 * @param answer what the handler declares to return
 * @param reads the projections whose progress can change the answer
 * @param description the handler, for people
 */
public record QueryRoute(QueryHandler handler, Type answer, Set<String> reads, String description) {

  public QueryRoute {
    reads = Set.copyOf(reads);
  }
}
