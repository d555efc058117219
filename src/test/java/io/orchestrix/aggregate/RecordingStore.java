package io.orchestrix.aggregate;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down which events are read of streams, and lets something happen before. */
final class RecordingStore implements EventStore {

  private final EventStore store;
  final List<StreamRange> read = new ArrayList<>();
  Runnable beforeNextRead = () -> {};

  RecordingStore(EventStore store) {
    this.store = store;
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    Runnable before = beforeNextRead;
    beforeNextRead = () -> {};
    before.run();
    read.add(range);
    return store.page(stream, range, atMost);
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    return store.append(appends);
  }

  @Override
  public void lock(StreamId stream) {
    store.lock(stream);
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return store.pageOfAll(after, filter, atMost);
  }

  @Override
  public Watermark watermark() {
    return store.watermark();
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return store.otherTypes(known);
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return store.info(stream);
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return store.streams(query, after, atMost);
  }

  @Override
  public void archive(StreamId stream) {
    store.archive(stream);
  }

  @Override
  public void unarchive(StreamId stream) {
    store.unarchive(stream);
  }

  @Override
  public void delete(StreamId stream) {
    store.delete(stream);
  }
}
