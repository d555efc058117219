package io.orchestrix.command;

import io.orchestrix.message.Constraints;
import io.orchestrix.message.Violation;
import jakarta.validation.Validator;
import java.util.List;
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
    List<Violation> violations = Constraints.brokenBy(message.payload(), validator);
    if (!violations.isEmpty()) {
      throw new InvalidCommandException(message.metadata().type(), violations);
    }
    return next.handle(message);
  }
}
