package io.orchestrix.standalone;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandSchedule;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineHandlers;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.deadline.LocalCommandSchedule;
import io.orchestrix.deadline.LocalDeadlineScheduler;
import io.orchestrix.deadline.LocalRecurringCommands;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.deadline.SchedulingServices;
import io.orchestrix.message.AccessRule;
import io.orchestrix.message.Command;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.Registered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What an application in memory schedules. Thread-safe. */
final class Schedules {

  private final Collection<Class<? extends Command>> commands;
  private final Map<Class<?>, DeadlineRoute> routes;
  private final SchedulingServices services;
  private final AuditTrail audit;

  Schedules(Registered registered, DeadlineStore store, Foundation foundation, AuditTrail audit) {
    this.audit = audit;
    this.commands = Cataloguing.routes(registered.handlers()).keySet();
    this.routes = Cataloguing.deadlineRoutes(registered.deadlineHandlers());
    this.services =
        new SchedulingServices(
            store,
            foundation.unitOfWork(),
            new JacksonPayloadCodec(),
            foundation.current(),
            foundation.caller(),
            roles(registered),
            foundation.clock(),
            SchedulingServices.retry(foundation.settings()));
  }

  private Set<String> roles(Registered registered) {
    List<Class<?>> messages = new ArrayList<>(commands);
    messages.addAll(Cataloguing.queryRoutes(registered.queryHandlers()).keySet());
    return AccessRule.roles(messages);
  }

  /** What the bus schedules with. */
  CommandSchedule ofCommands() {
    return new LocalCommandSchedule(commands, services);
  }

  /**
   * @param check throws if the caller may not send a command
   */
  RecurringCommands recurring(Consumer<Command> check) {
    return new LocalRecurringCommands(commands, check, services);
  }

  DeadlineScheduler scheduler() {
    return new LocalDeadlineScheduler(routes.keySet(), services);
  }

  Deadlines deadlines() {
    return new Deadlines(services.store(), services.clock(), audit);
  }

  /** The handlers of all that can be scheduled. */
  List<DeadlineHandler> handlers(Supplier<CommandBus> bus) {
    return DeadlineHandlers.of(commands, bus, routes, services);
  }
}
