package io.orchestrix.command;

import org.jspecify.annotations.Nullable;

/** Refuses an answer of another type than the sender expects, so that nothing is kept. */
final class AnswerCheckingCommandHandler implements CommandHandler {

  private final CommandHandler next;

  AnswerCheckingCommandHandler(CommandHandler next) {
    this.next = next;
  }

  /**
   * @throws HandlerFailedException if it is of another type
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    Object answer = next.handle(message);
    if (message.answer() != void.class && !message.answer().isInstance(answer)) {
      throw HandlerFailedException.wrongAnswer(message, answer);
    }
    return answer;
  }
}
