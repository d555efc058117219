package io.orchestrix.saga;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.config.Backoff;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.EventHandler;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.testkit.HandTurns;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.RetryPolicy;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sagas whose turns a test gives, one after the other, on its own thread, as a node would; time
 * stands still until it passes.
 */
final class Rig {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final Kept kept;
  final SettableClock clock;
  final UnitOfWork unitOfWork;
  final CurrentMessage current = new CurrentMessage();
  final DeadlineStore deadlines;
  final EventStore events;
  final MetadataFactory metadata;
  final SagaServices services;
  final Sagas sagas;
  private final HandTurns turns;

  Rig(SagaCommands commands, List<Class<? extends Event>> types, SagaDefinition<?>... definitions) {
    this(Kept.inMemory(types), commands, definitions);
  }

  /** A process that begins, and goes on with what is kept. */
  Rig(Kept kept, SagaCommands commands, SagaDefinition<?>... definitions) {
    this.kept = kept;
    this.clock = kept.clock();
    this.unitOfWork = kept.unitOfWork();
    this.deadlines = kept.deadlines();
    this.events = kept.events();
    this.metadata = new MetadataFactory(clock, "/test", current);
    this.services =
        new SagaServices(
            events,
            kept.instances(),
            deadlines,
            kept.segments(),
            commands,
            new JacksonPayloadCodec(),
            kept.format(),
            metadata,
            current,
            unitOfWork,
            new GuardedMonitor(Monitor.NONE),
            clock,
            new SagaSettings(
                policy(3, Duration.ofSeconds(1)), policy(10, Duration.ofSeconds(1)), 4),
            AuditTrail.NONE);
    this.sagas =
        new Sagas(
            List.of(definitions),
            services,
            new BackgroundThreads() {
              @Override
              public void execute(Runnable work) {
                work.run();
              }

              @Override
              public void schedule(Runnable work, Duration delay) {
                // nobody waits
              }
            });
    this.turns = new HandTurns(sagas, services, clock, this::deliver);
  }

  static RetryPolicy policy(int attempts, Duration pause) {
    return new RetryPolicy(Backoff.EXPONENTIAL, attempts, pause, Duration.ofMinutes(1), false);
  }

  /** Something happens, and what follows is done. */
  void happens(String stream, Event... happened) {
    append(stream, happened);
    settle();
  }

  /** Something happens. */
  void append(String stream, Event... happened) {
    events.append(
        StreamId.parse(stream),
        AppendCondition.any(),
        Stream.of(happened)
            .map(
                event ->
                    new NewEvent(
                        metadata.create(EventTypes.nameOf(event.getClass()), stream), event))
            .toList());
  }

  /** Time passes, and what becomes due is done when it does. */
  void elapse(Duration time) {
    turns.elapse(time);
  }

  Optional<Instant> next() {
    return turns.next();
  }

  /** Brings events to instances, and gives turns, until there is nothing to be done. */
  void settle() {
    turns.settle();
  }

  /** Brings events to instances; the checkpoint is kept in the same transaction. */
  boolean deliver() {
    List<RecordedEvent> found =
        events.pageOfAll(Objects.requireNonNull(kept.checkpoint().get()), 1000);
    if (found.isEmpty()) {
      return false;
    }
    GlobalPosition last = found.get(found.size() - 1).position();
    unitOfWork.run(
        () -> {
          for (Subscription subscription : sagas.node().subscriptions()) {
            handle(subscription.handler(), found);
          }
          unitOfWork.afterEnd(
              end -> {
                if (end == End.COMMITTED) {
                  kept.checkpoint().set(last);
                }
              });
        });
    return true;
  }

  private static void handle(EventHandler handler, List<RecordedEvent> found) {
    List<RecordedEvent> wanted = found.stream().filter(handler::wants).toList();
    if (!wanted.isEmpty()) {
      try {
        handler.handle(EventBatch.of(wanted));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  /** One turn of one instance, as the node of deadlines gives it. */
  boolean turn(DeadlineHandler handler) {
    return turns.turn(handler);
  }

  /** The process ends here. */
  static final class Death extends VirtualMachineError {
    private static final long serialVersionUID = 1L;
  }

  List<DeadlineHandler> handlers() {
    return turns.handlers();
  }

  SagaInstance instance(String saga, String key) {
    return sagas.find(new SagaId(saga, key)).orElseThrow();
  }
}
