package io.orchestrix.testkit;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has happened, in a store in memory. Used by one thread. */
final class EventHistory {

  private static final String ANY_CATEGORY = "stream";

  private final FixtureOptions options = new FixtureOptions();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final CurrentMessage current = new CurrentMessage();
  private EventTypes types = new EventTypes(List.of());
  private @Nullable InMemoryEventStore store;

  <V> void with(Class<V> type, V value) {
    options.put(type, value);
  }

  void withUpcasters(List<Upcaster> upcasters) {
    options.upcasters.addAll(upcasters);
    seeAnew();
  }

  void know(Class<? extends Event> type) {
    if (options.events.add(type)) {
      seeAnew();
    }
  }

  /** The same events, read by what is known now. */
  private void seeAnew() {
    types = new EventTypes(options.events);
    EventFormat format =
        new EventFormat(
            types,
            options.upcasters,
            new CheckedCodec(new JacksonPayloadCodec()),
            UnknownEvents.FAIL);
    store =
        store == null
            ? new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE)
            : store.seenBy(format, true);
  }

  private InMemoryEventStore store() {
    if (store == null) {
      seeAnew();
    }
    return Objects.requireNonNull(store);
  }

  FixedValues values() {
    return options.values;
  }

  UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  CurrentMessage current() {
    return current;
  }

  /** Appends events; returns them as the store has them. */
  List<RecordedEvent> append(String stream, List<? extends Event> events) {
    StreamId id = id(stream);
    long before = version(id);
    MetadataFactory metadata = metadata();
    store()
        .append(
            id,
            AppendCondition.any(),
            events.stream()
                .map(e -> new NewEvent(metadata.create(types.name(e), id.toString()), e))
                .toList());
    return after(id, before);
  }

  List<RecordedEvent> append(String stream, StoredPayload payload) {
    StreamId id = id(stream);
    long before = version(id);
    store().appendStored(id, metadata().create(payload.type(), id.toString()), payload);
    return after(id, before);
  }

  private MetadataFactory metadata() {
    return new MetadataFactory(options.clock, "/testkit", current);
  }

  private long version(StreamId id) {
    return store().info(id).map(StreamInfo::version).orElse(0L);
  }

  private List<RecordedEvent> after(StreamId id, long version) {
    return store().read(id, StreamRange.ALL.from(version + 1)).toList();
  }

  private static StreamId id(String stream) {
    return stream.contains("/") ? StreamId.parse(stream) : new StreamId(ANY_CATEGORY, stream);
  }

  List<RecordedEvent> all() {
    return store().readAll().toList();
  }
}
