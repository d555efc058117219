package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in memory, as JSON like a database does: for tests, and for programs without one.
 *
 * <pre>{@code
 * UnitOfWork unitOfWork = new InMemoryUnitOfWork();
 * EventStore store = new InMemoryEventStore(format, false, unitOfWork, EventPublisher.NONE);
 * }</pre>
 *
 * <p>Every write joins the unit of work of the thread, or is one of its own: others see it when
 * that commits, and it is undone when it does not. One unit of work writes at a time; from its
 * first write, or {@link #lock}, to its end the next ones wait, up to 10 seconds, then they fail
 * with a {@link ConflictException}; so does whoever writes {@link UnitOfWork#runOutside outside}
 * while its own unit of work has the turn, as it waits for itself. Readers wait for nobody.
 * Thread-safe.
 */
public final class InMemoryEventStore implements EventStore {

  /** So many positions are looked at before others have their turn. */
  private static final int SLICE = 1_000;

  private final EventFormat format;
  private final boolean deletionAllowed;
  private final UnitOfWork unitOfWork;
  private final EventPublisher publisher;
  private final GuardedStreams streams;

  /**
   * An empty store.
   *
   * @param format how events stand in it
   * @param deletionAllowed whether streams may be deleted
   * @param unitOfWork in what it takes part
   * @param publisher is told of the events of each append
   */
  public InMemoryEventStore(
      EventFormat format,
      boolean deletionAllowed,
      UnitOfWork unitOfWork,
      EventPublisher publisher) {
    this(format, deletionAllowed, unitOfWork, publisher, new GuardedStreams(unitOfWork));
  }

  private InMemoryEventStore(
      EventFormat format,
      boolean deletionAllowed,
      UnitOfWork unitOfWork,
      EventPublisher publisher,
      GuardedStreams streams) {
    this.format = format;
    this.deletionAllowed = deletionAllowed;
    this.unitOfWork = unitOfWork;
    this.publisher = publisher;
    this.streams = streams;
  }

  /**
   * The same streams as another application, or another version of it, sees them. It takes part in
   * the same units of work and tells the same publisher.
   */
  public InMemoryEventStore seenBy(EventFormat other, boolean mayDelete) {
    return new InMemoryEventStore(other, mayDelete, unitOfWork, publisher, streams);
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    Append.check(appends);
    return unitOfWork.get(
        () -> {
          List<EncodedAppend> encoded =
              appends.stream().map(append -> EncodedAppend.of(append, format)).toList();
          Appended appended = streams.write(all -> all.append(encoded));
          if (!appended.events().isEmpty()) {
            publisher.publish(appended.events());
          }
          return appended.results();
        });
  }

  /**
   * Appends an event as another application, or another version of it, has written it. It has no
   * tags, and no publisher is told.
   */
  public void appendStored(StreamId stream, Metadata metadata, StoredPayload payload) {
    RawEvent raw = new RawEvent(payload.type(), payload.revision(), payload.json());
    EncodedEvent event = new EncodedEvent(metadata, raw, payload, Set.of());
    EncodedAppend append = new EncodedAppend(stream, AppendCondition.any(), List.of(event));
    unitOfWork.get(() -> streams.write(all -> all.append(List.of(append))));
  }

  @Override
  public long lock(StreamId stream) {
    if (unitOfWork.isActive() && info(stream).isPresent()) {
      unitOfWork.run(streams::lock);
    }
    return info(stream).map(StreamInfo::version).orElse(0L);
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    List<StoredEvent> found =
        streams.read(
            (all, view) -> {
              StoredStream stored = all.find(stream);
              return stored == null ? List.of() : stored.inside(range, atMost, view);
            });
    return found.stream().map(event -> event.recorded(format)).toList();
  }

  /** Nobody sees what is not committed, not even who wrote it: its positions may change hands. */
  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return committed(after)
        .filter(event -> event.passes(filter))
        .limit(atMost)
        .map(event -> event.recorded(format))
        .toList();
  }

  @Override
  public List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost) {
    return committed(after).limit(atMost).map(event -> event.recorded(format)).toList();
  }

  @Override
  public Watermark watermark() {
    GlobalPosition head = streams.read((all, view) -> all.events().head());
    return new Watermark(head, head, null);
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return committed(GlobalPosition.START)
        .map(StoredEvent::type)
        .filter(type -> !known.contains(type))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Slice by slice, up to the last one that is committed now, so that no writer waits for long. */
  private Stream<StoredEvent> committed(GlobalPosition after) {
    long end = watermark().position().value();
    return LongStream.iterate(after.value(), from -> from < end, from -> from + SLICE)
        .boxed()
        .flatMap(from -> slice(from, (int) Math.min(SLICE, end - from)).stream());
  }

  private List<StoredEvent> slice(long from, int many) {
    return streams.read((all, view) -> all.events().after(from, many, view));
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return streams.read((all, view) -> Optional.ofNullable(all.info(stream, view)));
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return streams.read(
        (all, view) ->
            all.after(after).stream()
                .flatMap(stream -> Stream.ofNullable(stream.info(view)))
                .filter(query::admits)
                .limit(atMost)
                .toList());
  }

  @Override
  public void archive(StreamId stream) {
    enter(stream, StreamState.ARCHIVED);
  }

  @Override
  public void unarchive(StreamId stream) {
    enter(stream, StreamState.ACTIVE);
  }

  @Override
  public void delete(StreamId stream) {
    enter(stream, StreamState.DELETED);
  }

  private void enter(StreamId stream, StreamState state) {
    unitOfWork.get(
        () -> {
          if (state == StreamState.DELETED && !deletionAllowed) {
            throw ClosedStreamException.deletionForbidden(stream);
          }
          return streams.write(
              all -> {
                all.enter(stream, state);
                return true;
              });
        });
  }
}
