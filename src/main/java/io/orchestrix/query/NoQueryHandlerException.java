package io.orchestrix.query;

import io.orchestrix.OrchestrixException;

/** Nobody handles queries of that class. */
public final class NoQueryHandlerException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NoQueryHandlerException(Class<?> query) {
    super(
        "ORX-2201",
        Kind.FAULT,
        "Tried to ask a %s; nobody handles it. Give a bean a method with a parameter @HandlesQuery %s, in an archive with a beans.xml or a class with a scope."
            .formatted(query.getName(), query.getSimpleName()));
  }
}
