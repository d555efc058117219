package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.GlobalPosition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All streams, and their events by position and by id. Not thread-safe. */
final class Streams {

  private final NavigableMap<String, StoredStream> byName = new TreeMap<>();
  private final NavigableMap<GlobalPosition, StoredEvent> byPosition = new TreeMap<>();
  private final Map<UUID, StoredEvent> byId = new HashMap<>();
  private long head;

  @Nullable StoredStream find(StreamId stream) {
    return byName.get(stream.toString());
  }

  /** Those whose names follow {@code after}, in their order. */
  Collection<StoredStream> after(@Nullable StreamId after) {
    return after == null ? byName.values() : byName.tailMap(after.toString(), false).values();
  }

  /** Those that follow a position, in their order. */
  Collection<StoredEvent> eventsAfter(GlobalPosition position) {
    return byPosition.tailMap(position, false).values();
  }

  GlobalPosition head() {
    return new GlobalPosition(head);
  }

  /**
   * Whether all events of the append are stored, in its stream.
   *
   * @throws StoreException if some are, or in another stream
   */
  boolean holds(EncodedAppend append) {
    List<StoredEvent> stored =
        append.ids().stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
    boolean inItsStream = stored.stream().allMatch(event -> event.stream().equals(append.stream()));
    if (!stored.isEmpty() && (stored.size() < append.events().size() || !inItsStream)) {
      throw duplicate(append.stream(), stored.get(0).encoded().metadata().id());
    }
    return !stored.isEmpty();
  }

  /**
   * Refuses what must not be appended.
   *
   * @param ids of all events that come with it, to which its own are added
   */
  void check(EncodedAppend append, Set<UUID> ids) {
    StoredStream found = find(append.stream());
    StreamState state = found == null ? StreamState.ACTIVE : found.info().state();
    if (state != StreamState.ACTIVE) {
      throw ClosedStreamException.of(append.stream(), state);
    }
    long version = found == null ? 0 : found.info().version();
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

  void add(EncodedAppend append) {
    for (EncodedEvent event : append.events()) {
      StoredStream found = find(append.stream());
      long version = found == null ? 1 : found.info().version() + 1;
      StoredEvent stored =
          new StoredEvent(append.stream(), version, new GlobalPosition(++head), event);
      if (found == null) {
        byName.put(append.stream().toString(), new StoredStream(stored));
      } else {
        found.add(stored);
      }
      byPosition.put(stored.position(), stored);
      byId.put(event.metadata().id(), stored);
    }
  }

  /** Where the last event of an append is. */
  AppendResult place(EncodedAppend append) {
    List<UUID> ids = append.ids();
    StoredEvent last = Objects.requireNonNull(byId.get(ids.get(ids.size() - 1)));
    return new AppendResult(append.stream(), last.version(), last.position());
  }

  void become(StoredStream stream, StreamState state) {
    if (state == StreamState.DELETED) {
      for (StoredEvent event : stream.events()) {
        byPosition.remove(event.position());
        byId.remove(event.encoded().metadata().id());
      }
    }
    stream.become(state);
  }
}
