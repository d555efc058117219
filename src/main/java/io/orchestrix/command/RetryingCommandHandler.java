package io.orchestrix.command;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Origin;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tries a command again when a concurrent unit of work was faster, unless it is part of an outer
 * one: then only the owner of that may try again.
 */
final class RetryingCommandHandler implements CommandHandler {

  private final RetryPolicy policy;
  private final UnitOfWork unitOfWork;
  private final CurrentMessage current;
  private final Monitor monitor;
  private final CommandHandler next;

  RetryingCommandHandler(
      RetryPolicy policy,
      UnitOfWork unitOfWork,
      CurrentMessage current,
      Monitor monitor,
      CommandHandler next) {
    this.policy = policy;
    this.unitOfWork = unitOfWork;
    this.current = current;
    this.monitor = monitor;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    if (unitOfWork.isActive()) {
      return attempt(message, current.attempt());
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(message, attempt);
      } catch (ConflictException e) {
        if (attempt >= policy.attempts()) {
          throw e;
        }
        pause(message, attempt, e);
      }
    }
  }

  private @Nullable Object attempt(CommandMessage message, int attempt) throws Exception {
    return current.<@Nullable Object>callWithin(
        Origin.of(message.metadata()), attempt, () -> next.handle(message));
  }

  private void pause(CommandMessage message, int attempt, ConflictException conflict) {
    Duration pause = policy.pauseAfter(attempt);
    monitor.on(new Signal.CommandRetried(message.metadata().type(), attempt, pause));
    try {
      Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw conflict;
    }
  }
}
