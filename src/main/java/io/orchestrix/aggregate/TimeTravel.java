package io.orchestrix.aggregate;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/** Shows aggregates as they were, rebuilt from their first event on. Thread-safe. */
final class TimeTravel<T extends AggregateRoot> {

  private final AggregateType<T> type;
  private final AggregateServices services;

  TimeTravel(AggregateType<T> type, AggregateServices services) {
    this.type = type;
    this.services = services;
  }

  T loadAt(String id, long version) {
    StreamInfo info = info(id);
    check(info, version);
    return rebuild(info, version);
  }

  T loadAsOf(String id, Instant instant) {
    StreamInfo info = info(id);
    return rebuild(info, versionAsOf(info, instant));
  }

  /** Clocks differ: what counts is the last event that had occurred, with all before it. */
  private long versionAsOf(StreamInfo info, Instant instant) {
    StreamRange range = StreamRange.ALL.to(info.version()).until(instant).backwards();
    List<RecordedEvent> last = services.store().page(info.id(), range, 1);
    if (last.isEmpty()) {
      throw NoSuchVersionException.before(info.id(), instant);
    }
    return last.get(0).version();
  }

  AggregateState stateAt(String id, long version) {
    StreamInfo info = info(id);
    check(info, version);
    T aggregate = version == 1 ? type.create(id) : rebuild(info, version - 1);
    JsonObject before = state(aggregate);
    StreamRange range = StreamRange.ALL.from(version).to(version);
    List<RecordedEvent> found = services.store().page(info.id(), range, 1);
    if (found.isEmpty()) {
      throw new AggregateNotFoundException(info.id()); // deleted meanwhile
    }
    RecordedEvent event = found.get(0);
    aggregate.replay(event.payloads(), version);
    JsonObject after = state(aggregate);
    return new AggregateState(version, event, after, Json.createDiff(before, after).toJsonArray());
  }

  AggregateState stateAsOf(String id, Instant instant) {
    return stateAt(id, versionAsOf(info(id), instant));
  }

  AggregateState newestState(String id) {
    return stateAt(id, info(id).version());
  }

  private JsonObject state(T aggregate) {
    try (JsonReader reader =
        Json.createReader(new StringReader(services.states().encode(aggregate)))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new StateException(type.type(), e);
    }
  }

  private StreamInfo info(String id) {
    StreamId stream = type.stream(id);
    return services
        .store()
        .info(stream)
        .filter(info -> info.state() != StreamState.DELETED)
        .orElseThrow(() -> new AggregateNotFoundException(stream));
  }

  private static void check(StreamInfo info, long version) {
    if (version < 1 || version > info.version()) {
      throw NoSuchVersionException.of(info.id(), version, info.version());
    }
  }

  private T rebuild(StreamInfo info, long version) {
    T aggregate = type.create(info.id().key());
    RecordedEvent last = null;
    for (RecordedEvent event :
        (Iterable<RecordedEvent>)
            services.store().read(info.id(), StreamRange.ALL.to(version))::iterator) {
      aggregate.replay(event.payloads(), event.version());
      last = event;
    }
    if (last == null || last.version() != version) {
      throw new AggregateNotFoundException(info.id()); // deleted meanwhile
    }
    aggregate.stored(new Provenance(version, last.metadata().id(), info.version(), version, 0));
    return aggregate;
  }
}
