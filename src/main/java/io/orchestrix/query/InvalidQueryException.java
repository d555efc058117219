package io.orchestrix.query;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A query breaks its own constraints. No handler saw it. */
public final class InvalidQueryException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidQueryException(Class<?> query, List<Violation> violations) {
    super(
        "ORX-2202",
        Kind.INVALID,
        "The query %s is not valid: %s. Correct it and ask it again."
            .formatted(
                query.getSimpleName(),
                violations.stream()
                    .map(violation -> violation.pointer() + " " + violation.detail())
                    .collect(Collectors.joining("; "))));
    this.violations = List.copyOf(violations);
  }

  /** All that is wrong, at least one. */
  public List<Violation> violations() {
    return violations;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("errors", violations);
  }
}
