package io.orchestrix.command;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A command breaks its own constraints. No handler saw it. */
public final class InvalidCommandException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidCommandException(String commandType, List<Violation> violations) {
    super(
        "ORX-2102",
        Kind.INVALID,
        "The command %s is not valid: %s. Correct it and send it again."
            .formatted(
                commandType,
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
