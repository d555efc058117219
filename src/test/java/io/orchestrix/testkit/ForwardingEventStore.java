package io.orchestrix.testkit;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what another store does, so that a test can change a part of it. */
public class ForwardingEventStore implements EventStore {

  private final EventStore sound;

  /** In front of a sound store, for faults to be built in. */
  ForwardingEventStore() {
    this(inMemory(new InMemoryUnitOfWork(), EventPublisher.NONE));
  }

  static EventStore inMemory(UnitOfWork unitOfWork, EventPublisher publisher) {
    return new InMemoryEventStore(
        new EventFormat(
            new EventTypes(EventStoreConformance.EVENTS),
            List.of(),
            new JacksonPayloadCodec(),
            UnknownEvents.FAIL),
        true,
        unitOfWork,
        publisher);
  }

  protected ForwardingEventStore(EventStore sound) {
    this.sound = sound;
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    return sound.append(appends);
  }

  @Override
  public long lock(StreamId stream) {
    return sound.lock(stream);
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    return sound.page(stream, range, atMost);
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return sound.pageOfAll(after, filter, atMost);
  }

  @Override
  public List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost) {
    return sound.feed(after, read, atMost);
  }

  @Override
  public Watermark watermark() {
    return sound.watermark();
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return sound.otherTypes(known);
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return sound.info(stream);
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return sound.streams(query, after, atMost);
  }

  @Override
  public void archive(StreamId stream) {
    sound.archive(stream);
  }

  @Override
  public void unarchive(StreamId stream) {
    sound.unarchive(stream);
  }

  @Override
  public void delete(StreamId stream) {
    sound.delete(stream);
  }
}
