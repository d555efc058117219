package io.orchestrix.eventstore.inmemory;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.util.List;

/** An event at its place in the store. */
record StoredEvent(StreamId stream, long version, GlobalPosition position, EncodedEvent encoded) {

  RecordedEvent recorded(EventFormat format) {
    try {
      return new RecordedEvent(
          stream,
          version,
          position,
          encoded.metadata(),
          encoded.payload().revision(),
          format.decode(encoded.payload()));
    } catch (OrchestrixException e) {
      throw StoreException.unreadable(stream, version, position, e);
    }
  }

  /** Decides without reading the payload: it may be one that cannot be read. */
  boolean passes(EventFilter filter) {
    RecordedEvent unread =
        new RecordedEvent(
            stream, version, position, encoded.metadata(), encoded.payload().revision(), List.of());
    return filter.admits(unread, encoded.tags());
  }

  EventRevision type() {
    return new EventRevision(encoded.payload().type(), encoded.payload().revision());
  }
}
