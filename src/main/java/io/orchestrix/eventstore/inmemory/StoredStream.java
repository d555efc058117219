package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.EventFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stream with its events. Not thread-safe. */
final class StoredStream {

  private final List<StoredEvent> events = new ArrayList<>();
  private StreamInfo info;

  /** A new stream that begins with {@code first}. */
  StoredStream(StoredEvent first) {
    this.events.add(first);
    this.info =
        new StreamInfo(
            first.stream(),
            first.version(),
            first.encoded().metadata().id(),
            StreamState.ACTIVE,
            first.encoded().metadata().time(),
            first.encoded().metadata().time());
  }

  StreamInfo info() {
    return info;
  }

  List<StoredEvent> events() {
    return Collections.unmodifiableList(events);
  }

  void add(StoredEvent next) {
    events.add(next);
    info =
        new StreamInfo(
            info.id(),
            next.version(),
            next.encoded().metadata().id(),
            info.state(),
            info.createdAt(),
            next.encoded().metadata().time());
  }

  /** Deleted, it loses its events. */
  void become(StreamState state) {
    if (state == StreamState.DELETED) {
      events.clear();
    }
    info =
        new StreamInfo(
            info.id(), info.version(), info.head(), state, info.createdAt(), info.changedAt());
  }

  List<RecordedEvent> page(StreamRange range, int atMost, EventFormat format) {
    int first = (int) Math.min(range.first() - 1, events.size());
    int last = (int) Math.max(first, Math.min(range.last(), events.size()));
    List<StoredEvent> inside = new ArrayList<>(events.subList(first, last));
    if (range.isBackwards()) {
      Collections.reverse(inside);
    }
    return inside.stream()
        .filter(event -> isInTime(event, range))
        .limit(atMost)
        .map(event -> event.recorded(format))
        .toList();
  }

  private static boolean isInTime(StoredEvent event, StreamRange range) {
    return range.until() == null || !event.encoded().metadata().time().isAfter(range.until());
  }
}
