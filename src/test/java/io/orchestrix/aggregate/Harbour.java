package io.orchestrix.aggregate;

import io.orchestrix.aggregate.inmemory.InMemorySnapshotStore;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.Upcaster;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What repositories work with, in memory, with clocks that stand still; each part can be replaced.
 */
final class Harbour {

  final RecordingMonitor monitor = new RecordingMonitor();
  final CurrentMessage current = new CurrentMessage();
  final AtomicLong nanos = new AtomicLong();
  final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  SnapshotStore snapshots = new InMemorySnapshotStore(unitOfWork);
  StateCodec states = new JacksonStateCodec();
  Executor executor = Runnable::run;
  HistoryCache histories = new HistoryCache(1_000);
  EventTypes types;
  EventFormat format;
  EventStore store;

  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  Harbour(Class<? extends Event>... events) {
    this.types = new EventTypes(Arrays.asList(events));
    this.format = format(UnknownEvents.FAIL);
    this.store = new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE);
  }

  private EventFormat format(UnknownEvents unknown, Upcaster... upcasters) {
    return new EventFormat(types, List.of(upcasters), new JacksonPayloadCodec(), unknown);
  }

  /** The same events, seen by an application that knows others, and starts anew. */
  void restart(UnknownEvents unknown, List<Class<? extends Event>> events, Upcaster... upcasters) {
    types = new EventTypes(events);
    format = format(unknown, upcasters);
    store = ((InMemoryEventStore) store).seenBy(format, true);
    forget();
  }

  /** Nothing is remembered. */
  void forget() {
    histories = new HistoryCache(1_000);
  }

  <T extends AggregateRoot> AggregateRepository<T> repository(Class<T> type) {
    return new EventSourcedRepository<>(type(type), services());
  }

  @SuppressWarnings("unchecked") // it is the type of that class
  static <T extends AggregateRoot> AggregateType<T> type(Class<T> type) {
    return (AggregateType<T>) AggregateType.of(type);
  }

  AggregateServices services() {
    return new AggregateServices(
        store,
        types,
        format,
        metadata(),
        current,
        histories,
        snapshots,
        states,
        monitor,
        nanos::get,
        unitOfWork,
        executor);
  }

  MetadataFactory metadata() {
    return new MetadataFactory(clock, "/test", current);
  }

  List<Event> stored(String category, String id) {
    try (Stream<RecordedEvent> events = store.read(new StreamId(category, id))) {
      return events.flatMap(event -> event.payloads().stream()).toList();
    }
  }
}
