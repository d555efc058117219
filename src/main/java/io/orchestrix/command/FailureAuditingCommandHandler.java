package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import org.jspecify.annotations.Nullable;

/** Writes to the audit log what was not done, after its rollback. */
final class FailureAuditingCommandHandler implements CommandHandler {

  private final CommandAudit audit;
  private final CommandHandler next;

  FailureAuditingCommandHandler(CommandAudit audit, CommandHandler next) {
    this.audit = audit;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    try {
      return next.handle(message);
    } catch (Exception | Error e) {
      audit.failed(message.metadata(), CommandTargets.of(message.payload()), e);
      throw e;
    }
  }
}
