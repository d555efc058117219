package io.orchestrix.query;

import io.orchestrix.OrchestrixException;

/** The caller may not ask such queries. No handler saw it. */
public final class ForbiddenQueryException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  ForbiddenQueryException(Class<?> query) {
    super(
        "ORX-2203",
        Kind.FORBIDDEN,
        "The caller may not ask the query %s. Log in with a role that @RolesAllowed on the query names."
            .formatted(query.getSimpleName()));
  }
}
