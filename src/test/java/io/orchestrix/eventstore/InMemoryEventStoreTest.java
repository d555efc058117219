package io.orchestrix.eventstore;

import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.EventTypes;
import java.util.List;

class InMemoryEventStoreTest extends EventStoreConformance {

  private final EventStore store = new InMemoryEventStore(new EventTypes(List.of(Noted.class)));

  @Override
  EventStore store() {
    return store;
  }
}
