package io.orchestrix.query;

import io.orchestrix.OrchestrixException;

/** The server takes no more work for later. The query was not asked. */
public final class QueryNotAcceptedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  QueryNotAcceptedException(Class<?> query, Throwable cause) {
    super(
        "ORX-2206",
        Kind.UNAVAILABLE,
        "The server's managed executor took no more work, so %s was not asked. Ask it again later, or give the executor a longer queue."
            .formatted(query.getSimpleName()),
        cause);
  }
}
