package io.orchestrix.eventstore;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.util.List;

class InMemoryEventStoreTest extends EventStoreConformance {

  private final EventStore store =
      new InMemoryEventStore(
          new EventFormat(
              new EventTypes(List.of(Noted.class)),
              List.of(),
              new JacksonPayloadCodec(),
              UnknownEvents.FAIL),
          false);

  @Override
  EventStore store() {
    return store;
  }
}
