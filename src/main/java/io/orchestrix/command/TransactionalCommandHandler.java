package io.orchestrix.command;

import io.orchestrix.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Handles each command in one unit of work. */
final class TransactionalCommandHandler implements CommandHandler {

  private final UnitOfWork unitOfWork;
  private final CommandHandler next;

  TransactionalCommandHandler(UnitOfWork unitOfWork, CommandHandler next) {
    this.unitOfWork = unitOfWork;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    return unitOfWork.<@Nullable Object>call(() -> next.handle(message));
  }
}
