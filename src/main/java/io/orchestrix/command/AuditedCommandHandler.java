package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.audit.LastPosition;
import io.orchestrix.command.IdempotentCommandHandler.Executed;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the audit log what was done, in the transaction in which it was: either both are kept,
 * or nothing.
 */
final class AuditedCommandHandler implements CommandHandler {

  private final CommandAudit audit;
  private final IdempotentCommandHandler next;

  AuditedCommandHandler(CommandAudit audit, IdempotentCommandHandler next) {
    this.audit = audit;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    try (LastPosition.Noting stored = audit.begin()) {
      Executed executed = next.execute(message);
      String target = CommandTargets.of(message.payload());
      if (executed.isRepeated()) {
        audit.repeated(message.metadata(), target);
      } else {
        audit.done(message.metadata(), target, stored.last());
      }
      return executed.answer();
    }
  }
}
