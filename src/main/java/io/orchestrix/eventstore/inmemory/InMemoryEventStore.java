package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps events in memory, for tests. Every append is final at once: it takes no part in
 * transactions. Thread-safe.
 */
public final class InMemoryEventStore implements EventStore {

  private final EventTypes types;
  private final List<RecordedEvent> all = new ArrayList<>();
  private final Map<StreamId, List<RecordedEvent>> streams = new HashMap<>();

  /** A store for events of these types. */
  public InMemoryEventStore(EventTypes types) {
    this.types = types;
  }

  @Override
  public synchronized AppendResult append(
      StreamId stream, AppendCondition condition, List<NewEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("An append takes at least one event.");
    }
    events.forEach(event -> types.name(event.payload()));
    long version = streams.getOrDefault(stream, List.of()).size();
    if (!condition.holdsAt(version)) {
      throw new AppendConflictException(stream, condition, version);
    }
    List<RecordedEvent> recorded = streams.computeIfAbsent(stream, id -> new ArrayList<>());
    for (NewEvent event : events) {
      RecordedEvent next =
          new RecordedEvent(
              stream,
              ++version,
              new GlobalPosition(all.size() + 1L),
              event.metadata(),
              event.payload());
      recorded.add(next);
      all.add(next);
    }
    return new AppendResult(version, new GlobalPosition(all.size()));
  }

  @Override
  public void lock(StreamId stream) {
    // nothing to hold: an append is final at once
  }

  @Override
  public synchronized List<RecordedEvent> page(StreamId stream, long afterVersion, int atMost) {
    return slice(streams.getOrDefault(stream, List.of()), afterVersion, atMost);
  }

  @Override
  public synchronized List<RecordedEvent> pageOfAll(GlobalPosition after, int atMost) {
    return slice(all, after.value(), atMost);
  }

  private static List<RecordedEvent> slice(List<RecordedEvent> events, long after, int atMost) {
    int from = (int) Math.min(after, events.size());
    int to = (int) Math.min((long) from + atMost, events.size());
    return List.copyOf(events.subList(from, to));
  }
}
