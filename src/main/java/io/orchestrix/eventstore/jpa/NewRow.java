package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Tags;
import java.util.List;
import java.util.SortedSet;

/** An event that is about to be inserted. */
record NewRow(
    StreamId stream,
    long version,
    Metadata metadata,
    Event event,
    StoredPayload payload,
    SortedSet<String> tags) {

  /**
   * @throws IllegalArgumentException if the metadata name another type
   */
  static NewRow of(StreamId stream, NewEvent event, EventFormat format) {
    StoredPayload payload = format.encode(event.payload());
    String named = event.metadata().type();
    if (!named.equals(payload.type())) {
      throw new IllegalArgumentException(
          "The metadata of the event say '%s', but its type is '%s'."
              .formatted(named, payload.type()));
    }
    return new NewRow(
        stream, 0, event.metadata(), event.payload(), payload, Tags.of(event.payload()));
  }

  NewRow inVersion(long place) {
    return new NewRow(stream, place, metadata, event, payload, tags);
  }

  /** What it is once it has its position. */
  RecordedEvent recorded(long position) {
    return new RecordedEvent(
        stream,
        version,
        new GlobalPosition(position),
        metadata,
        payload.revision(),
        List.of(event));
  }
}
