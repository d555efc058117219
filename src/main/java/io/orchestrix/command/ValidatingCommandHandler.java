package io.orchestrix.command;

import io.orchestrix.message.JsonPointer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses commands that break the Bean Validation constraints on their components. */
final class ValidatingCommandHandler implements CommandHandler {

  private final Validator validator;
  private final CommandHandler next;

  ValidatingCommandHandler(Validator validator, CommandHandler next) {
    this.validator = validator;
    this.next = next;
  }

  /**
   * @throws InvalidCommandException if a constraint is broken, naming all that are
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    Set<ConstraintViolation<Object>> violations = validator.validate(message.payload());
    if (!violations.isEmpty()) {
      throw new InvalidCommandException(
          message.metadata().type(),
          violations.stream()
              .map(v -> new Violation(pointer(v.getPropertyPath()), v.getMessage()))
              .sorted()
              .toList());
    }
    return next.handle(message);
  }

  /** {@code lines[0].amount} becomes {@code /lines/0/amount}, {@code tags[1]} {@code /tags/1}. */
  private static String pointer(Path path) {
    JsonPointer pointer = JsonPointer.WHOLE;
    for (Path.Node node : path) {
      Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
      if (place != null) {
        pointer = pointer.to(place);
      }
      if (node.getKind() == ElementKind.PROPERTY) { // others have names that no JSON has
        pointer = pointer.to(node.getName());
      }
    }
    return pointer.text();
  }
}
