package io.orchestrix.standalone;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.aggregate.inmemory.InMemorySnapshotStore;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.command.CommandServices;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.RequestKeys;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.Keys;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.module.Cataloguing;
import io.orchestrix.module.InvalidRegistrationException;
import io.orchestrix.module.Registered;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The aggregates and the command bus of an application in memory. Thread-safe. */
final class WriteSide {

  private final Registered registered;
  private final Map<Class<?>, AggregateRepository<?>> repositories = new ConcurrentHashMap<>();
  private final AggregateServices aggregates;
  private final LocalCommandBus commands;

  WriteSide(
      Registered registered,
      EventStore events,
      Schedules schedules,
      Foundation foundation,
      AuditSide audit,
      Builder builder) {
    this.registered = registered;
    this.aggregates =
        new AggregateServices(
            events,
            foundation.types(),
            foundation.format(),
            foundation.metadata(),
            foundation.current(),
            new HistoryCache(foundation.settings().get(Keys.CACHED_EVENTS)),
            new InMemorySnapshotStore(foundation.unitOfWork()),
            new JacksonStateCodec(),
            foundation.monitor(),
            System::nanoTime,
            foundation.unitOfWork(),
            foundation.threads());
    this.commands =
        LocalCommandBus.create(
            Cataloguing.routes(registered.handlers()),
            builder.interceptors,
            new CommandServices(
                foundation.unitOfWork(),
                foundation.settings(),
                foundation.validator(),
                foundation.caller(),
                new InMemoryIdempotencyStore(foundation.unitOfWork()),
                new JacksonAnswerCodec(),
                RequestKeys.NONE,
                foundation.metadata(),
                foundation.current(),
                foundation.monitor(),
                foundation.clock(),
                builder.pause,
                foundation.threads(),
                schedules.ofCommands(),
                audit.commands()));
  }

  LocalCommandBus commands() {
    return commands;
  }

  AggregateServices aggregates() {
    return aggregates;
  }

  AggregateRepository<?> repository(Class<?> type) {
    return repositories.computeIfAbsent(type, this::makeRepository);
  }

  private AggregateRepository<?> makeRepository(Class<?> type) {
    return registered.aggregates().stream()
        .filter(aggregate -> aggregate.type() == type)
        .findFirst()
        .<AggregateRepository<?>>map(
            aggregate -> new EventSourcedRepository<>(aggregate, aggregates))
        .orElseThrow(() -> InvalidRegistrationException.noAggregate(type));
  }
}
