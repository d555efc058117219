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
   * Two for each name of commands, for those that are sent once and for recurring ones, and one for
   * each class of payloads.
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
    CommandNames names = CommandNames.of(commands);
    CommandTexts texts = new CommandTexts(names, services);
    for (String name : names.all()) {
      CommandDeadlines scheduled = new CommandDeadlines(name, texts, bus, services);
      handlers.add(scheduled);
      handlers.add(new RecurringDeadlines(scheduled, services));
    }
    routes.forEach(
        (type, route) -> handlers.add(new PayloadDeadlines(type, route.handler(), services)));
    return List.copyOf(handlers);
  }
}
