package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamNotFoundException;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All streams, by name, and what the unit of work has changed that writes. Not thread-safe. */
final class Streams {

  private final NavigableMap<String, StoredStream> byName = new TreeMap<>();
  private final Events events = new Events();
  private Set<StoredStream> changed = new HashSet<>();

  Events events() {
    return events;
  }

  @Nullable StoredStream find(StreamId stream) {
    return byName.get(stream.toString());
  }

  /** What is known of a stream; {@code null} if it does not exist. */
  @Nullable StreamInfo info(StreamId stream, View view) {
    StoredStream found = find(stream);
    return found == null ? null : found.info(view);
  }

  /** Those whose names follow {@code after}, in their order. */
  Collection<StoredStream> after(@Nullable StreamId after) {
    return after == null ? byName.values() : byName.tailMap(after.toString(), false).values();
  }

  /** Appends all, or nothing. */
  Appended append(List<EncodedAppend> appends) {
    List<EncodedAppend> sorted = new ArrayList<>(appends);
    sorted.sort(Comparator.comparing(append -> append.stream().toString()));
    Set<UUID> ids = new HashSet<>();
    List<EncodedAppend> news = new ArrayList<>(appends.size());
    for (EncodedAppend append : sorted) {
      if (!holds(append)) {
        check(append, ids);
        news.add(append);
      }
    }
    List<RecordedEvent> stored = new ArrayList<>();
    news.forEach(append -> add(append, stored));
    return new Appended(appends.stream().map(this::place).toList(), stored);
  }

  /**
   * Whether all events of the append are stored, in its stream.
   *
   * @throws StoreException if some are, or in another stream
   */
  private boolean holds(EncodedAppend append) {
    List<StoredEvent> stored =
        append.ids().stream().distinct().map(events::find).filter(Objects::nonNull).toList();
    boolean inItsStream =
        stored.stream().allMatch(event -> event.stream().id().equals(append.stream()));
    if (!stored.isEmpty() && (stored.size() < append.events().size() || !inItsStream)) {
      throw duplicate(append.stream(), stored.get(0).metadata().id());
    }
    return !stored.isEmpty();
  }

  /**
   * Refuses what must not be appended.
   *
   * @param ids of all events that come with it, to which its own are added
   */
  private void check(EncodedAppend append, Set<UUID> ids) {
    StreamInfo info = info(append.stream(), View.WRITER);
    if (info != null && info.state() != StreamState.ACTIVE) {
      throw ClosedStreamException.of(append.stream(), info.state());
    }
    long version = info == null ? 0 : info.version();
    if (!append.condition().holdsAt(version)) {
      throw new AppendConflictException(append.stream(), append.condition(), version);
    }
    for (UUID id : append.ids()) {
      if (!ids.add(id)) {
        throw duplicate(append.stream(), id);
      }
    }
  }

  private static StoreException duplicate(StreamId stream, UUID id) {
    return StoreException.duplicateEvent(
        stream, new IllegalArgumentException("The id is " + id + "."));
  }

  private void add(EncodedAppend append, List<RecordedEvent> stored) {
    StoredStream stream = find(append.stream());
    if (stream == null) {
      stream = new StoredStream(append.stream());
      byName.put(stream.name(), stream);
    }
    changed.add(stream);
    for (EncodedEvent event : append.events()) {
      StoredEvent added = stream.add(event, events.next());
      events.add(added);
      stored.add(added.saying(List.of(event.event())));
    }
  }

  /** Where the last event of an append is. */
  private AppendResult place(EncodedAppend append) {
    List<UUID> ids = append.ids();
    StoredEvent last = Objects.requireNonNull(events.find(ids.get(ids.size() - 1)));
    return new AppendResult(append.stream(), last.version(), new GlobalPosition(last.position()));
  }

  /** Opens, closes or deletes a stream; a deleted one stays so. */
  void enter(StreamId id, StreamState state) {
    StoredStream stream = find(id);
    if (stream == null) {
      throw new StreamNotFoundException(id);
    }
    if (!stream.isDeleted(View.WRITER)) {
      changed.add(stream);
      stream.enter(state);
      if (state == StreamState.DELETED) {
        stream.events().forEach(events::removeId);
      }
    } else if (state != StreamState.DELETED) {
      throw ClosedStreamException.of(id, StreamState.DELETED);
    }
  }

  /** Lets everybody see what was written, or undoes it. */
  void end(End end) {
    if (end == End.COMMITTED) {
      changed.forEach(this::commit);
      events.commit();
    } else {
      events.rollBack();
      changed.forEach(this::rollBack);
    }
    changed = new HashSet<>(); // to clear one that was large takes as long each time
  }

  private void commit(StoredStream stream) {
    if (stream.isDeleted(View.WRITER)) {
      stream.events().forEach(events::remove);
    }
    stream.commit();
  }

  private void rollBack(StoredStream stream) {
    boolean wasDeleted = stream.isDeleted(View.WRITER);
    stream.rollBack();
    if (stream.info(View.READER) == null) {
      byName.remove(stream.name());
    } else if (wasDeleted) {
      stream.events().forEach(events::putId);
    }
  }
}
