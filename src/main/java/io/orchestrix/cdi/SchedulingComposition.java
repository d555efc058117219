package io.orchestrix.cdi;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandSchedule;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.config.Settings;
import io.orchestrix.deadline.DeadlineContents;
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
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.query.Query;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what an application schedules: commands and deadlines, as beans. */
@Dependent
class SchedulingComposition {

  /** What an application can schedule, as one value. */
  record Schedulable(
      Collection<Class<? extends Command>> commands,
      Collection<Class<? extends Query<?>>> queries,
      Map<Class<?>, DeadlineRoute> deadlines) {

    /** The roles for which messages ask. */
    Set<String> roles() {
      List<Class<?>> messages = new ArrayList<>(commands);
      messages.addAll(queries);
      return AccessRule.roles(messages);
    }
  }

  @Produces
  @Singleton
  @Typed(ActingCaller.class)
  ActingCaller acting(OrchestrixExtension extension, @Any Instance<Object> beans) {
    return new ActingCaller(
        extension.hasCaller() ? beans.select(Caller.class).get() : ContainerCaller.of(beans));
  }

  @Produces
  @Singleton
  Schedulable schedulable(OrchestrixExtension extension, Event<Object> events) {
    return new Schedulable(
        List.copyOf(Cataloguing.routes(extension.handlers(events)).keySet()),
        List.copyOf(Cataloguing.queryRoutes(extension.queryHandlers(events)).keySet()),
        Cataloguing.deadlineRoutes(extension.deadlineHandlers(events)));
  }

  @Produces
  @Singleton
  SchedulingServices schedulingServices(
      Schedulable all,
      DeadlineStore store,
      UnitOfWork unitOfWork,
      PayloadCodec codec,
      CurrentMessage current,
      ActingCaller caller,
      Clock clock,
      Settings settings) {
    return new SchedulingServices(
        store,
        unitOfWork,
        codec,
        current,
        caller,
        all.roles(),
        clock,
        SchedulingServices.retry(settings));
  }

  @Produces
  @Singleton
  CommandSchedule commandSchedule(Schedulable all, SchedulingServices services) {
    return new LocalCommandSchedule(all.commands(), services);
  }

  @Produces
  @Singleton
  RecurringCommands recurringCommands(
      Schedulable all, LocalCommandBus bus, SchedulingServices services) {
    return new LocalRecurringCommands(all.commands(), bus::check, services);
  }

  @Produces
  @Singleton
  DeadlineScheduler deadlineScheduler(Schedulable all, SchedulingServices services) {
    return new LocalDeadlineScheduler(all.deadlines().keySet(), services);
  }

  @Produces
  @Singleton
  Deadlines deadlines(DeadlineStore store, Clock clock, AuditTrail audit) {
    return new Deadlines(store, clock, audit);
  }

  @Produces
  @Singleton
  DeadlineContents deadlineContents(Schedulable all) {
    return new DeadlineContents(all.commands(), all.deadlines().keySet());
  }

  /** The handlers of all that an application can schedule. */
  static List<DeadlineHandler> handlers(
      Schedulable all, Instance<CommandBus> bus, SchedulingServices services) {
    return DeadlineHandlers.of(all.commands(), bus::get, all.deadlines(), services);
  }
}
