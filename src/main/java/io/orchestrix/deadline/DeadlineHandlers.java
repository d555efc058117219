package io.orchestrix.deadline;

import io.orchestrix.command.CommandBus;
import io.orchestrix.message.Command;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The handlers of all that an application can schedule. */
public final class DeadlineHandlers {

  private DeadlineHandlers() {}

  /**
   * One for scheduled commands and one for recurring ones, unless there are no commands, and one
   * for each class of payloads.
   *
   * @param commands the classes of commands that have a handler
   * @param bus sends them
   * @param routes the one handler of each class of payloads
   */
  public static List<DeadlineHandler> of(
      Collection<Class<? extends Command>> commands,
      Supplier<CommandBus> bus,
      Map<Class<?>, DeadlineRoute> routes,
      SchedulingServices services) {
    List<DeadlineHandler> handlers = new ArrayList<>();
    if (!commands.isEmpty()) {
      CommandTexts texts = new CommandTexts(CommandNames.of(commands), services.codec());
      CommandDeadlines scheduled = new CommandDeadlines(texts, bus, services);
      handlers.add(scheduled);
      handlers.add(new RecurringDeadlines(scheduled, services));
    }
    routes.forEach(
        (type, route) -> handlers.add(new PayloadDeadlines(type, route.handler(), services)));
    return List.copyOf(handlers);
  }
}
