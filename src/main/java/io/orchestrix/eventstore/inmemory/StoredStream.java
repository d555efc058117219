package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.Metadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream with its events, as it is committed and as its writer sees it. Not thread-safe. */
final class StoredStream {

  private final StreamId id;
  private final String name;
  private final ArrayList<StoredEvent> events = new ArrayList<>(1); // many streams stay short
  private @Nullable StreamInfo committed;
  private @Nullable StreamInfo written;

  /** A stream that does not exist before it has an event. */
  StoredStream(StreamId id) {
    this.id = id;
    this.name = id.toString();
  }

  StreamId id() {
    return id;
  }

  String name() {
    return name;
  }

  /** What is known of it; {@code null} if it does not exist. */
  @Nullable StreamInfo info(View view) {
    return view == View.WRITER ? written : committed;
  }

  boolean isDeleted(View view) {
    StreamInfo info = info(view);
    return info != null && info.state() == StreamState.DELETED;
  }

  /** Also those that are deleted, until that is committed. */
  List<StoredEvent> events() {
    return events;
  }

  StoredEvent add(EncodedEvent next, long position) {
    Metadata metadata = withOwnName(next.metadata());
    StoredEvent event =
        new StoredEvent(
            this,
            events.size() + 1L,
            position,
            metadata,
            next.payload().revision(),
            next.payload().json(),
            next.tags());
    events.add(event);
    written =
        new StreamInfo(
            id,
            event.version(),
            metadata.id(),
            StreamState.ACTIVE,
            written == null ? metadata.time() : written.createdAt(),
            metadata.time());
    return event;
  }

  /** The subject of an event mostly names its stream: once is enough in memory. */
  private Metadata withOwnName(Metadata given) {
    return name.equals(given.subject())
        ? new Metadata(
            given.id(),
            given.type(),
            given.source(),
            name,
            given.time(),
            given.correlationId(),
            given.causationId(),
            given.traceparent())
        : given;
  }

  void enter(StreamState state) {
    StreamInfo old = written;
    if (old != null) {
      written =
          new StreamInfo(id, old.version(), old.head(), state, old.createdAt(), old.changedAt());
    }
  }

  /** What was written holds for everybody; deleted, it loses its events. */
  void commit() {
    committed = written;
    if (isDeleted(View.READER)) {
      events.clear();
      events.trimToSize();
    }
  }

  /** What was written is undone. */
  void rollBack() {
    written = committed;
    if (!isDeleted(View.READER)) {
      int kept = written == null ? 0 : (int) written.version();
      events.subList(kept, events.size()).clear();
    }
  }

  List<StoredEvent> inside(StreamRange range, int atMost, View view) {
    StreamInfo info = info(view);
    if (info == null || info.state() == StreamState.DELETED) {
      return List.of();
    }
    List<StoredEvent> found = new ArrayList<>();
    long last = Math.min(range.last(), info.version());
    long count = last - range.first() + 1;
    for (long i = 0; i < count && found.size() < atMost; i++) {
      long version = range.isBackwards() ? last - i : range.first() + i;
      StoredEvent event = events.get((int) version - 1);
      if (range.until() == null || !event.metadata().time().isAfter(range.until())) {
        found.add(event);
      }
    }
    return found;
  }
}
