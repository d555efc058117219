package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Metadata;
import io.orchestrix.monitor.Activity.CommandHandling;
import io.orchestrix.monitor.Monitor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes each command to the handler of its class. */
final class RoutingCommandHandler implements CommandHandler {

  private final Map<Class<? extends Command>, Route> routes;
  private final Monitor monitor;
  private final CurrentMessage current;

  /**
   * @param monitor observes what handlers do
   * @param current knows how often the command was tried
   */
  RoutingCommandHandler(
      Map<Class<? extends Command>, Route> routes, Monitor monitor, CurrentMessage current) {
    this.routes = Map.copyOf(routes);
    this.monitor = monitor;
    this.current = current;
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
    return monitor
        .begin(handling(message.metadata()))
        .<@Nullable Object>around(() -> route.handler().handle(message));
  }

  private CommandHandling handling(Metadata command) {
    return new CommandHandling(
        command.type(),
        command.id(),
        command.correlationId(),
        current.attempt(),
        command.traceparent());
  }
}
