package io.orchestrix.query;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A handler threw a checked exception, or answered with nothing. */
public final class QueryFailedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private QueryFailedException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  static QueryFailedException threw(Query<?> query, Exception cause) {
    return new QueryFailedException(
        "ORX-2204",
        "The handler of %s, or the end of its transaction, threw %s: %s. Let the handler throw an unchecked exception that the application knows."
            .formatted(query.getClass().getName(), cause.getClass().getName(), cause.getMessage()),
        cause);
  }

  static QueryFailedException nothing(Query<?> query, String handler) {
    return new QueryFailedException(
        "ORX-2205",
        "%s answered the query %s with null. Let the query be one for an Optional where there may be no answer."
            .formatted(handler, query.getClass().getName()),
        null);
  }
}
