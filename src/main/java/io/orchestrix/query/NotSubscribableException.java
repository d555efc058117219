package io.orchestrix.query;

import io.orchestrix.OrchestrixException;

/** Nobody knows when the answer to such queries changes. */
public final class NotSubscribableException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NotSubscribableException(Class<?> query, String handler) {
    super(
        "ORX-2207",
        Kind.FAULT,
        "Tried to subscribe to %s; its handler %s does not say what can change the answer. Name the projections that it reads, as in @HandlesQuery(reads = \"balances\")."
            .formatted(query.getName(), handler));
  }
}
