package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.Settings;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import jakarta.validation.Validation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** A bus with all that it does, in memory and in virtual time. */
final class TestBus {

  final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final CurrentMessage current = new CurrentMessage();
  final RecordingMonitor monitor = new RecordingMonitor();
  final IdempotencyStore executions = new InMemoryIdempotencyStore(unitOfWork);
  final SortedMap<Integer, CommandInterceptor> interceptors = new TreeMap<>();
  final Map<String, String> settings = new HashMap<>();
  final List<Duration> pauses = new ArrayList<>();
  final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  final Map<Class<? extends Command>, Route> routes = new HashMap<>();
  Caller caller = Caller.ANONYMOUS;
  RequestKeys requestKeys = RequestKeys.NONE;
  CommandSchedule schedule = CommandSchedule.NONE;
  @Nullable CommandAudit audit;
  Executor executor = ForkJoinPool.commonPool();

  TestBus handling(Class<? extends Command> command, Type answer, CommandHandler handler) {
    routes.put(command, new Route(handler, answer, "test"));
    return this;
  }

  LocalCommandBus start() {
    return LocalCommandBus.create(
        routes,
        interceptors,
        new CommandServices(
            unitOfWork,
            new Settings(name -> Optional.ofNullable(settings.get(name))),
            Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator(),
            caller,
            executions,
            new JacksonAnswerCodec(),
            requestKeys,
            new MetadataFactory(clock, "/test", current),
            current,
            monitor,
            clock,
            pause -> {
              pauses.add(pause);
              clock.advance(pause);
            },
            executor,
            schedule,
            audit));
  }
}
