package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands that nobody handles, and goes no further.
 *
 * @param handled the classes of the others
 */
record RequiredRoute(Set<Class<? extends Command>> handled) implements CommandHandler {

  RequiredRoute {
    handled = Set.copyOf(handled);
  }

  /**
   * @throws NoHandlerException if there is no handler
   */
  @Override
  public @Nullable Object handle(CommandMessage message) {
    Class<? extends Command> type = message.payload().getClass();
    if (!handled.contains(type)) {
      throw new NoHandlerException(type);
    }
    return null;
  }
}
