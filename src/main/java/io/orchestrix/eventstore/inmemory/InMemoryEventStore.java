package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamNotFoundException;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in memory, for tests, as JSON like a database does. Every append is final at once:
 * it takes no part in transactions. Thread-safe.
 */
public final class InMemoryEventStore implements EventStore {

  private final EventFormat format;
  private final boolean deletionAllowed;
  private final Streams streams;

  /**
   * An empty store.
   *
   * @param format how events stand in it
   * @param deletionAllowed whether streams may be deleted
   */
  public InMemoryEventStore(EventFormat format, boolean deletionAllowed) {
    this(format, deletionAllowed, new Streams());
  }

  private InMemoryEventStore(EventFormat format, boolean deletionAllowed, Streams streams) {
    this.format = format;
    this.deletionAllowed = deletionAllowed;
    this.streams = streams;
  }

  /** The same streams as another application, or another version of it, sees them. */
  public InMemoryEventStore seenBy(EventFormat other, boolean mayDelete) {
    return new InMemoryEventStore(other, mayDelete, streams);
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    Append.check(appends);
    List<EncodedAppend> encoded =
        appends.stream().map(append -> EncodedAppend.of(append, format)).toList();
    synchronized (streams) {
      List<EncodedAppend> news = new ArrayList<>();
      Set<UUID> ids = new HashSet<>();
      encoded.stream()
          .sorted(Comparator.comparing((EncodedAppend append) -> append.stream().toString()))
          .filter(append -> !streams.holds(append))
          .forEach(
              append -> {
                streams.check(append, ids);
                news.add(append);
              });
      news.forEach(streams::add);
      return encoded.stream().map(streams::place).toList();
    }
  }

  @Override
  public void lock(StreamId stream) {
    // nothing to hold: an append is final at once
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    synchronized (streams) {
      StoredStream found = streams.find(stream);
      return found == null ? List.of() : found.page(range, atMost, format);
    }
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    synchronized (streams) {
      return streams.eventsAfter(after).stream()
          .filter(event -> event.passes(filter))
          .limit(atMost)
          .map(event -> event.recorded(format))
          .toList();
    }
  }

  @Override
  public Watermark watermark() {
    synchronized (streams) {
      return new Watermark(streams.head(), streams.head(), null);
    }
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    synchronized (streams) {
      return streams.eventsAfter(GlobalPosition.START).stream()
          .map(StoredEvent::type)
          .filter(type -> !known.contains(type))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    synchronized (streams) {
      return Optional.ofNullable(streams.find(stream)).map(StoredStream::info);
    }
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    synchronized (streams) {
      return streams.after(after).stream()
          .map(StoredStream::info)
          .filter(query::admits)
          .limit(atMost)
          .toList();
    }
  }

  @Override
  public void archive(StreamId stream) {
    change(stream, StreamState.ARCHIVED);
  }

  @Override
  public void unarchive(StreamId stream) {
    change(stream, StreamState.ACTIVE);
  }

  @Override
  public void delete(StreamId stream) {
    if (!deletionAllowed) {
      throw ClosedStreamException.deletionForbidden(stream);
    }
    change(stream, StreamState.DELETED);
  }

  private void change(StreamId stream, StreamState state) {
    synchronized (streams) {
      StoredStream found = streams.find(stream);
      if (found == null) {
        throw new StreamNotFoundException(stream);
      }
      if (found.info().state() == StreamState.DELETED && state != StreamState.DELETED) {
        throw ClosedStreamException.of(stream, StreamState.DELETED);
      }
      streams.become(found, state);
    }
  }
}
