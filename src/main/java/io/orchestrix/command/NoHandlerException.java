package io.orchestrix.command;

import io.orchestrix.OrchestrixException;

/** Nobody handles commands of that class. */
public final class NoHandlerException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NoHandlerException(Class<?> command) {
    super(
        "ORX-2101",
        Kind.FAULT,
        "Tried to send a %s; nobody handles it. Give a bean a method with a parameter @HandlesCommand %s, in an archive with a beans.xml or a class with a scope."
            .formatted(command.getName(), command.getSimpleName()));
  }
}
