package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Tags;
import java.util.Set;

/** An event as it is written, before it has a place. */
record EncodedEvent(Metadata metadata, Event event, StoredPayload payload, Set<String> tags) {

  static EncodedEvent of(NewEvent event, EventFormat format) {
    StoredPayload payload = format.encode(event.payload());
    if (!payload.type().equals(event.metadata().type())) {
      throw new IllegalArgumentException(
          "The metadata of the event say '%s', but its type is '%s'."
              .formatted(event.metadata().type(), payload.type()));
    }
    return new EncodedEvent(event.metadata(), event.payload(), payload, Tags.of(event.payload()));
  }
}
