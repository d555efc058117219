package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;
import java.util.List;
import java.util.Set;

/** An event at its place in the store. As flat as can be: there may be a million of them. */
record StoredEvent(
    StoredStream stream,
    long version,
    long position,
    Metadata metadata,
    int revision,
    String json,
    Set<String> tags) {

  RecordedEvent recorded(EventFormat format) {
    return RecordedEvent.decodedLater(
        stream.id(),
        version,
        new GlobalPosition(position),
        metadata,
        revision,
        () -> format.decode(new StoredPayload(metadata.type(), revision, json)));
  }

  RecordedEvent saying(List<Event> payloads) {
    return new RecordedEvent(
        stream.id(), version, new GlobalPosition(position), metadata, revision, payloads);
  }

  /** Decides without reading the payload: it may be one that cannot be read. */
  boolean passes(EventFilter filter) {
    return filter.admits(saying(List.of()), tags);
  }

  EventRevision type() {
    return new EventRevision(metadata.type(), revision);
  }
}
