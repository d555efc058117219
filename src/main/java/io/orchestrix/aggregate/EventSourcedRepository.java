package io.orchestrix.aggregate;

import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps aggregates as streams of their events. Thread-safe. */
public final class EventSourcedRepository<T extends AggregateRoot>
    implements AggregateRepository<T> {

  private final AggregateType<T> type;
  private final AggregateServices services;
  private final SnapshotKeeper<T> snapshots;
  private final TimeTravel<T> past;
  private final AsyncAggregateRepository<T> async;

  public EventSourcedRepository(AggregateType<T> type, AggregateServices services) {
    this.type = type;
    this.services = services;
    this.snapshots = new SnapshotKeeper<>(type, services);
    this.past = new TimeTravel<>(type, services);
    this.async = new ExecutedRepository<>(this, services);
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
  public T updateOrCreate(String id, Consumer<? super T> decision) {
    T aggregate = find(id).orElseGet(() -> type.create(id));
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
    StreamId stream = type.stream(id);
    if (services.current().attempt() > 1) {
      services.store().lock(stream); // lost before: nobody overtakes this attempt
    }
    long start = services.nanos().getAsLong();
    Optional<StreamInfo> info = services.store().info(stream);
    if (info.isEmpty() || info.get().state() == StreamState.DELETED) {
      return Optional.empty();
    }
    return Optional.of(new Loading<>(type, services, snapshots, info.get(), start).run());
  }

  @Override
  public void save(T aggregate) {
    List<Event> pending = aggregate.pendingEvents();
    if (pending.isEmpty()) {
      return;
    }
    StreamId stream = type.stream(aggregate.id());
    Provenance loaded = aggregate.provenance();
    if (loaded.isOfThePast()) {
      throw new PastAggregateException(stream, loaded);
    }
    requireSameHistory(stream, loaded);
    stored(aggregate, stream, loaded, new Saving(services).append(stream, loaded, pending));
  }

  /** An append compares versions; of what was undone since, only the ids of events tell. */
  private void requireSameHistory(StreamId stream, Provenance loaded) {
    Optional<StreamInfo> now =
        loaded.version() == 0 ? Optional.empty() : services.store().info(stream);
    if (now.isPresent()
        && now.get().version() == loaded.version()
        && !now.get().head().equals(loaded.head())) {
      throw new ConflictException(
          new IllegalStateException(stream + " has other events than when it was loaded."));
    }
  }

  private void stored(T aggregate, StreamId stream, Provenance loaded, List<NewEvent> events) {
    long version = aggregate.version();
    Metadata last = events.get(events.size() - 1).metadata();
    boolean isDue = snapshots.isDue(loaded, version);
    long kept = isDue ? version : loaded.snapshot(); // one that failed is not tried at once again
    aggregate.stored(new Provenance(version, last.id(), version, kept, isDue ? 0 : loaded.nanos()));
    Snapshot snapshot = isDue ? snapshots.write(aggregate, stream, last) : null;
    remember(stream, loaded, events, kept, snapshot);
  }

  /** What the next one finds who loads it; whoever does compares it with the store. */
  private void remember(
      StreamId stream,
      Provenance loaded,
      List<NewEvent> events,
      long kept,
      @Nullable Snapshot snapshot) {
    HistoryCache histories = services.histories();
    History known =
        loaded.version() == 0 ? History.NONE : histories.endingWith(loaded.head(), stream);
    if (snapshot != null && (known == null || known.snapshot() != null)) {
      histories.put(stream, History.of(snapshot));
      return;
    }
    if (known == null || known.version() != loaded.version()) {
      return;
    }
    Rows rows = new Rows(services, known.rows().size() + (long) events.size());
    for (NewEvent event : events) {
      rows.addAsStored(event.payload());
    }
    List<Past> more = rows.toList();
    if (more == null) {
      histories.forget(stream);
    } else {
      UUID head = events.get(events.size() - 1).metadata().id();
      histories.put(stream, known.plus(more, head).kept(kept));
    }
  }

  @Override
  public T loadAt(String id, long version) {
    return past.loadAt(id, version);
  }

  @Override
  public T loadAsOf(String id, Instant instant) {
    return past.loadAsOf(id, instant);
  }

  @Override
  public AggregateState stateAt(String id, long version) {
    return past.stateAt(id, version);
  }

  @Override
  public AsyncAggregateRepository<T> async() {
    return async;
  }
}
