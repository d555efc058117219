package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes each command to the handler of its class. */
final class RoutingCommandHandler implements CommandHandler {

  private final Map<Class<? extends Command>, Route> routes;

  RoutingCommandHandler(Map<Class<? extends Command>, Route> routes) {
    this.routes = Map.copyOf(routes);
  }

  /**
   * @throws NoHandlerException if there is none
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    Class<? extends Command> type = message.payload().getClass();
    Route route = routes.get(type);
    if (route == null) {
      throw new NoHandlerException(type);
    }
    return route.handler().handle(message);
  }
}
