package io.orchestrix.command;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import io.orchestrix.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tries a command again when a concurrent unit of work was faster, unless it is part of an outer
 * one: then only the owner of that may try again.
 */
final class RetryingCommandHandler implements CommandHandler {

  private final Attempts attempts;
  private final UnitOfWork unitOfWork;
  private final CurrentMessage current;
  private final CommandHandler next;

  RetryingCommandHandler(
      Attempts attempts, UnitOfWork unitOfWork, CurrentMessage current, CommandHandler next) {
    this.attempts = attempts;
    this.unitOfWork = unitOfWork;
    this.current = current;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    if (unitOfWork.isActive()) {
      return attempt(message, current.attempt());
    }
    Metadata metadata = message.metadata();
    return attempts.run(metadata.type(), metadata.time(), attempt -> attempt(message, attempt));
  }

  private @Nullable Object attempt(CommandMessage message, int attempt) throws Exception {
    return current.<@Nullable Object>callWithin(
        Origin.of(message.metadata()), attempt, () -> next.handle(message));
  }
}
