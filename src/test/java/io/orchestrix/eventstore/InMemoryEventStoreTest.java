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
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InMemoryEventStoreTest implements EventStoreFixture {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryEventStore store = store(EventPublisher.NONE);

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

  @Override
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.of(unitOfWork);
  }

  @Override
  public Optional<Function<EventPublisher, EventStore>> publishing() {
    return Optional.of(this::store);
  }

  private InMemoryEventStore store(EventPublisher publisher) {
    return new InMemoryEventStore(
        format(EventStoreConformance.EVENTS), true, unitOfWork, publisher);
  }

  private static EventFormat format(List<Class<? extends Event>> known) {
    return new EventFormat(
        new EventTypes(known), List.of(), new JacksonPayloadCodec(), UnknownEvents.FAIL);
  }
}
