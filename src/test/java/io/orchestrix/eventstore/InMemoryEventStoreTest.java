package io.orchestrix.eventstore;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.testkit.EventStoreConformance;
import io.orchestrix.testkit.EventStoreFixture;
import io.orchestrix.testkit.Noted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InMemoryEventStoreTest implements EventStoreFixture {

  private final InMemoryEventStore store =
      new InMemoryEventStore(format(EventStoreConformance.EVENTS), true);

  @TestFactory
  Stream<DynamicTest> it_does_what_every_event_store_does() {
    return EventStoreConformance.cases(this).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), each::run));
  }

  @Override
  public EventStore store() {
    return store;
  }

  @Override
  public Optional<EventStore> stranger() {
    return Optional.of(store.seenBy(format(List.of(Noted.class)), false));
  }

  private static EventFormat format(List<Class<? extends Event>> known) {
    return new EventFormat(
        new EventTypes(known), List.of(), new JacksonPayloadCodec(), UnknownEvents.FAIL);
  }
}
