package io.orchestrix.deadline;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandServices;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.RequestKeys;
import io.orchestrix.command.Route;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.Settings;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.AccessRule;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.validation.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** All that an application schedules with, in memory and in virtual time. */
final class Agenda {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Whoever is logged in. */
  static final class LoggedIn implements Caller {
    String name = "";
    Set<String> roles = Set.of();

    void as(String newName, String... newRoles) {
      name = newName;
      roles = Set.of(newRoles);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isInRole(String role) {
      return roles.contains(role);
    }
  }

  final SettableClock clock = new SettableClock(START);
  final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final RecordingMonitor monitor = new RecordingMonitor();
  final CurrentMessage current = new CurrentMessage();
  final LoggedIn user = new LoggedIn();
  final ActingCaller caller = new ActingCaller(user);
  final Map<Class<? extends Command>, Route> commands = new HashMap<>();
  final Map<Class<?>, DeadlineRoute> payloads = new HashMap<>();
  final Map<String, String> settings = new HashMap<>();

  private final DeadlineStore store = new InMemoryDeadlineStore(unitOfWork);
  private final InMemoryIdempotencyStore executions = new InMemoryIdempotencyStore(unitOfWork);

  @SuppressWarnings("NullAway.Init") // start sets it
  LocalCommandBus bus;

  @SuppressWarnings("NullAway.Init") // start sets it
  DeadlineScheduler scheduler;

  @SuppressWarnings("NullAway.Init") // start sets it
  RecurringCommands recurring;

  final Deadlines deadlines = new Deadlines(store, clock, AuditTrail.silent(unitOfWork));

  @SuppressWarnings("NullAway.Init") // start sets it
  private DeadlineNode node;

  Agenda handling(Class<? extends Command> command, CommandHandler handler) {
    commands.put(command, new Route(handler, Object.class, "test"));
    return this;
  }

  Agenda handlingDeadline(Class<?> payload, PayloadHandler handler) {
    payloads.put(payload, new DeadlineRoute(handler, "test"));
    return this;
  }

  /** Another application on what the one before has kept. */
  Agenda start() {
    Settings configured = new Settings(name -> Optional.ofNullable(settings.get(name)));
    SchedulingServices services =
        new SchedulingServices(
            store,
            unitOfWork,
            new JacksonPayloadCodec(),
            current,
            caller,
            AccessRule.roles(commands.keySet()),
            clock,
            SchedulingServices.retry(configured));
    bus =
        LocalCommandBus.create(
            commands,
            new TreeMap<>(),
            new CommandServices(
                unitOfWork,
                configured,
                Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator(),
                caller,
                executions,
                new JacksonAnswerCodec(),
                RequestKeys.NONE,
                new MetadataFactory(clock, "/test", current),
                current,
                monitor,
                clock,
                pause -> {},
                work -> CompletableFuture.runAsync(work).join(),
                new LocalCommandSchedule(commands.keySet(), services),
                null));
    scheduler = new LocalDeadlineScheduler(payloads.keySet(), services);
    recurring = new LocalRecurringCommands(commands.keySet(), bus::check, services);
    List<DeadlineHandler> handlers =
        DeadlineHandlers.of(commands.keySet(), () -> bus, payloads, services);
    node =
        new DeadlineNode(
            () -> handlers,
            new DeadlineServices(
                store, unitOfWork, new Nowhere(), current, new GuardedMonitor(monitor), clock));
    return this;
  }

  /** Fires all that is due. */
  int fire() {
    return node.fireDue();
  }

  /** Lets time pass, then fires all that is due. */
  int fireAfter(Duration time) {
    clock.advance(time);
    return fire();
  }

  /** Threads that nobody needs where the clock stands. */
  private static final class Nowhere implements BackgroundThreads {
    @Override
    public void execute(Runnable work) {}

    @Override
    public void schedule(Runnable work, Duration delay) {}
  }
}
