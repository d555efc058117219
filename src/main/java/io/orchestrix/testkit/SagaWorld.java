package io.orchestrix.testkit;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.command.CommandBus;
import io.orchestrix.config.Backoff;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.saga.SagaCommands;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaEvent;
import io.orchestrix.saga.SagaServices;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.saga.Sagas;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.unitofwork.RetryPolicy;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is around sagas, in memory. Used by one thread. */
final class SagaWorld {

  private static final StreamId STREAM = new StreamId("stream", "1");
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Three attempts of steps and ten of compensations, a second and more apart, without chance. */
  static final SagaSettings SETTINGS =
      new SagaSettings(
          new RetryPolicy(Backoff.EXPONENTIAL, 3, PAUSE, LONGEST, false),
          new RetryPolicy(Backoff.EXPONENTIAL, 10, PAUSE, LONGEST, false),
          1);

  /** Nobody waits for an instance, so there is no work of this kind. */
  private static final BackgroundThreads NONE =
      new BackgroundThreads() {
        @Override
        public void execute(Runnable work) {
          work.run();
        }

        @Override
        public void schedule(Runnable work, Duration delay) {
          // see above
        }
      };

  private final FixtureOptions options;
  private final PayloadCodec codec;
  private final CommandBus commands;
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final CurrentMessage current = new CurrentMessage();
  private final DeadlineStore deadlines = new InMemoryDeadlineStore(unitOfWork);
  private final SagaStore instances = new InMemorySagaStore(unitOfWork);
  private @Nullable InMemoryEventStore store;

  SagaWorld(FixtureOptions options, PayloadCodec codec, CommandBus commands) {
    this.options = options;
    this.codec = codec;
    this.commands = commands;
    options.events.addAll(SagaEvent.TYPES);
  }

  /** What sagas work with, as it is seen by what is known now. */
  SagaServices services(SagaSettings settings) {
    EventFormat format =
        new EventFormat(
            new EventTypes(options.events), options.upcasters, codec, UnknownEvents.FAIL);
    store =
        store == null
            ? new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE)
            : store.seenBy(format, true);
    return new SagaServices(
        store,
        instances,
        deadlines,
        new InMemorySegmentStore(unitOfWork),
        SagaCommands.by(() -> commands),
        codec,
        format,
        metadata(),
        current,
        unitOfWork,
        new GuardedMonitor(Monitor.NONE),
        options.clock,
        settings,
        AuditTrail.NONE);
  }

  private MetadataFactory metadata() {
    return new MetadataFactory(options.clock, "/testkit", current);
  }

  Sagas sagas(Collection<? extends SagaDefinition<?>> definitions, SagaServices services) {
    return new Sagas(definitions, services, NONE);
  }

  void append(List<? extends Event> events) {
    MetadataFactory metadata = metadata();
    Objects.requireNonNull(store)
        .append(
            STREAM,
            AppendCondition.any(),
            events.stream()
                .map(
                    event ->
                        new NewEvent(
                            metadata.create(EventTypes.nameOf(event.getClass()), STREAM.toString()),
                            event))
                .toList());
  }
}
