package io.orchestrix.command;

import io.orchestrix.message.Metadata;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps nothing of a command that was not done in its time. It does not interrupt a handler; the
 * server's own time-out of transactions does that.
 */
final class TimedCommandHandler implements CommandHandler {

  private final Attempts attempts;
  private final CommandHandler next;

  TimedCommandHandler(Attempts attempts, CommandHandler next) {
    this.attempts = attempts;
    this.next = next;
  }

  /**
   * @throws CommandTimedOutException if it is late
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    Object answer = next.handle(message);
    Metadata metadata = message.metadata();
    if (attempts.isTooLate(metadata.type(), metadata.time(), Duration.ZERO)) {
      throw new CommandTimedOutException(metadata.type());
    }
    return answer;
  }
}
