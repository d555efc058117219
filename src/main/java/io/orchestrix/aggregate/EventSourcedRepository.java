package io.orchestrix.aggregate;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps aggregates as streams of their events. Thread-safe. */
public final class EventSourcedRepository<T extends AggregateRoot>
    implements AggregateRepository<T> {

  private final AggregateType<T> type;
  private final EventStore store;
  private final EventTypes eventTypes;
  private final MetadataFactory metadata;
  private final CurrentMessage current;
  private final Monitor monitor;

  public EventSourcedRepository(
      AggregateType<T> type,
      EventStore store,
      EventTypes eventTypes,
      MetadataFactory metadata,
      CurrentMessage current,
      Monitor monitor) {
    this.type = type;
    this.store = store;
    this.eventTypes = eventTypes;
    this.metadata = metadata;
    this.current = current;
    this.monitor = monitor;
  }

  @Override
  public T create(String id, Consumer<? super T> decision) {
    T aggregate = type.create(id);
    decision.accept(aggregate);
    if (aggregate.pendingEvents().isEmpty()) {
      throw new NothingCreatedException(type.stream(id));
    }
    try {
      save(aggregate);
    } catch (AppendConflictException e) {
      if (e.actual().isPresent()) {
        throw new AggregateExistsException(type.stream(id), e);
      }
      throw e;
    }
    return aggregate;
  }

  @Override
  public T update(String id, Consumer<? super T> decision) {
    T aggregate = load(id);
    decision.accept(aggregate);
    save(aggregate);
    return aggregate;
  }

  @Override
  public T load(String id) {
    return find(id).orElseThrow(() -> new AggregateNotFoundException(type.stream(id)));
  }

  @Override
  public Optional<T> find(String id) {
    if (current.attempt() > 1) {
      store.lock(type.stream(id)); // lost before: nobody overtakes this attempt
    }
    long start = System.nanoTime();
    T aggregate = type.create(id);
    store.read(type.stream(id)).map(RecordedEvent::payload).forEach(aggregate::replay);
    if (aggregate.version() == 0) {
      return Optional.empty();
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    monitor.on(new Signal.AggregateLoaded(type.category(), (int) aggregate.version(), elapsed));
    return Optional.of(aggregate);
  }

  @Override
  public void save(T aggregate) {
    List<Event> pending = aggregate.pendingEvents();
    if (pending.isEmpty()) {
      return;
    }
    StreamId stream = type.stream(aggregate.id());
    long loaded = aggregate.version() - pending.size();
    store.append(
        stream,
        loaded == 0 ? AppendCondition.noStream() : AppendCondition.atVersion(loaded),
        pending.stream().map(event -> stamp(stream, event)).toList());
    aggregate.markStored();
  }

  private NewEvent stamp(StreamId stream, Event event) {
    return new NewEvent(metadata.create(eventTypes.name(event), stream.toString()), event);
  }
}
