package io.orchestrix.saga;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.command.CommandBus;
import io.orchestrix.config.Backoff;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.inmemory.InMemoryDeadlineStore;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.inmemory.InMemorySegmentStore;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.RetryPolicy;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sagas in memory whose turns a test gives, one after the other, on its own thread; time stands
 * still until it passes.
 */
final class Rig {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final SettableClock clock = new SettableClock(START);
  final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final CurrentMessage current = new CurrentMessage();
  final DeadlineStore deadlines = new InMemoryDeadlineStore(unitOfWork);
  final SagaStore instances = new InMemorySagaStore(unitOfWork);
  final EventStore events;
  final MetadataFactory metadata = new MetadataFactory(clock, "/test", current);
  final Sagas sagas;
  private final List<DeadlineHandler> handlers;
  private GlobalPosition handled = GlobalPosition.START;

  Rig(CommandBus commands, List<Class<? extends Event>> types, SagaDefinition<?>... definitions) {
    PayloadCodec codec = new JacksonPayloadCodec();
    List<Class<? extends Event>> known = new ArrayList<>(types);
    known.addAll(SagaEvent.TYPES);
    EventFormat format =
        new EventFormat(new EventTypes(known), List.of(), codec, UnknownEvents.FAIL);
    this.events = new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE);
    this.sagas =
        new Sagas(
            List.of(definitions),
            new SagaServices(
                events,
                instances,
                deadlines,
                new InMemorySegmentStore(unitOfWork),
                () -> commands,
                codec,
                format,
                metadata,
                current,
                unitOfWork,
                new GuardedMonitor(Monitor.NONE),
                clock,
                new SagaSettings(
                    policy(3, Duration.ofSeconds(1)), policy(10, Duration.ofSeconds(1)), 4)),
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
    this.handlers = sagas.handlers();
  }

  static RetryPolicy policy(int attempts, Duration pause) {
    return new RetryPolicy(Backoff.EXPONENTIAL, attempts, pause, Duration.ofMinutes(1), false);
  }

  /** Something happens, and what follows is done. */
  void happens(String stream, Event... happened) {
    events.append(
        StreamId.parse(stream),
        AppendCondition.any(),
        Stream.of(happened)
            .map(
                event ->
                    new NewEvent(
                        metadata.create(EventTypes.nameOf(event.getClass()), stream), event))
            .toList());
    settle();
  }

  /** Time passes, and what becomes due is done when it does. */
  void elapse(Duration time) {
    Instant end = clock.instant().plus(time);
    Optional<Instant> next = next();
    while (next.isPresent() && !next.get().isAfter(end)) {
      if (next.get().isAfter(clock.instant())) {
        clock.set(next.get());
      }
      settle();
      next = next();
    }
    clock.set(end);
    settle();
  }

  Optional<Instant> next() {
    return deadlines.next(handlers.stream().map(DeadlineHandler::name).toList()).values().stream()
        .min(Instant::compareTo);
  }

  /** Brings events to instances, and gives turns, until there is nothing to be done. */
  void settle() {
    boolean isMore = true;
    while (isMore) {
      boolean wasBrought = deliver();
      isMore = turns() || wasBrought;
    }
  }

  private boolean deliver() {
    List<RecordedEvent> found = events.feed(handled, 1000);
    if (found.isEmpty()) {
      return false;
    }
    for (Subscription subscription : sagas.subscriptions()) {
      List<RecordedEvent> wanted = found.stream().filter(subscription.handler()::wants).toList();
      if (!wanted.isEmpty()) {
        call(() -> subscription.handler().handle(EventBatch.of(wanted)));
      }
    }
    handled = found.get(found.size() - 1).position();
    return true;
  }

  private boolean turns() {
    boolean any = false;
    for (DeadlineHandler handler : handlers) {
      while (turn(handler)) {
        any = true;
      }
    }
    return any;
  }

  /** One turn of one instance. */
  boolean turn(DeadlineHandler handler) {
    List<Deadline> claimed = new ArrayList<>();
    try {
      return call(
              () -> {
                claimed.addAll(deadlines.claim(handler.name(), clock.instant(), 1));
                for (Deadline deadline : claimed) {
                  handler.fire(deadline);
                }
                deadlines.fired(claimed);
              })
          && !claimed.isEmpty();
    } catch (RuntimeException | Error e) {
      Throwable failure = e instanceof Checked checked ? checked.cause : e;
      Deadline failed = claimed.get(0);
      call(
          () ->
              deadlines.change(
                  failed.failed(
                      handler.failed(failed, failure, clock.instant()).orElse(null),
                      String.valueOf(failure))));
      return true;
    }
  }

  private static final class Checked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Exception cause;

    Checked(Exception cause) {
      super(cause);
      this.cause = cause;
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private boolean call(Work work) {
    try {
      return unitOfWork.call(
          () -> {
            work.run();
            return true;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Checked(e);
    }
  }

  List<DeadlineHandler> handlers() {
    return handlers;
  }

  SagaInstance instance(String saga, String key) {
    return sagas.find(new SagaId(saga, key)).orElseThrow();
  }
}
