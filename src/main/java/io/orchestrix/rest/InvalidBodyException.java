package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request is not the JSON of the command that is expected. */
final class InvalidBodyException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> errors;

  InvalidBodyException(String message, List<Violation> errors, @Nullable Throwable cause) {
    super("ORX-7001", Kind.INVALID, message, cause);
    this.errors = errors;
  }

  @Override
  public Map<String, Object> details() {
    return errors.isEmpty() ? Map.of() : Map.of("errors", errors);
  }
}
