package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes each command to the handler of its class. */
final class RoutingCommandHandler implements CommandHandler {

  private final Map<Class<? extends Command>, CommandHandler> handlers;

  RoutingCommandHandler(Map<Class<? extends Command>, CommandHandler> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  /**
   * @throws NoHandlerException if there is none
   * @throws HandlerFailedException if it answers with another type than the sender expects
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    CommandHandler handler = handlers.get(message.payload().getClass());
    if (handler == null) {
      throw new NoHandlerException(message.payload().getClass());
    }
    Object answer = handler.handle(message);
    if (message.answer() != void.class && !message.answer().isInstance(answer)) {
      throw HandlerFailedException.wrongAnswer(message, answer);
    }
    return answer;
  }
}
