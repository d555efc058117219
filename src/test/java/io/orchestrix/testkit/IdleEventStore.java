package io.orchestrix.testkit;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does nothing. */
final class IdleEventStore implements EventStore {

  @Override
  public List<AppendResult> append(List<Append> appends) {
    return appends.stream()
        .map(append -> new AppendResult(append.stream(), 0, GlobalPosition.START))
        .toList();
  }

  @Override
  public long lock(StreamId stream) {
    return 0;
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    return List.of();
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return List.of();
  }

  @Override
  public List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost) {
    return List.of();
  }

  @Override
  public Watermark watermark() {
    return new Watermark(GlobalPosition.START, GlobalPosition.START, null);
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return Set.of();
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return Optional.empty();
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return List.of();
  }

  @Override
  public void archive(StreamId stream) {}

  @Override
  public void unarchive(StreamId stream) {}

  @Override
  public void delete(StreamId stream) {}
}
