package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stores that take part in units of work, or tell publishers, in a faulty way. */
record FaultyFixture(
    String name, UnitOfWork its, BiFunction<UnitOfWork, EventPublisher, EventStore> stores)
    implements EventStoreFixture {

  private static final String ORDER =
      "a publisher is told the events of each append, in the order of their positions";
  private static final String REPEATED =
      "a publisher is told nothing of events that were stored before";
  private static final String REFUSED = "a publisher is told nothing of an append that is refused";
  private static final String SEES = "a publisher sees what it is told of";
  private static final String FAILS =
      "what a publisher throws leaves as it is, and nothing is appended";
  private static final String INSIDE = "a publisher is told inside the unit of work of the append";
  private static final String UNDONE =
      "what a publisher appends is undone with what it was told of";
  private static final String DOOMS = "a publisher that fails dooms the unit of work";

  /** What a store does not show whose appends are final at once. */
  private static final List<String> FINAL =
      List.of(
          "an append is undone with its unit of work",
          "what is changed of a stream is undone with its unit of work",
          "what is changed of a stream is not seen before its unit of work ends",
          "a locked stream keeps other appends waiting",
          "an append is not seen before its unit of work ends",
          "nobody reads all events before they are committed, not even who appends them",
          INSIDE,
          UNDONE,
          DOOMS);

  /** A sound one. */
  static final FaultyFixture SOUND = of("sound", ForwardingEventStore::inMemory);

  private static FaultyFixture of(
      String name, BiFunction<UnitOfWork, EventPublisher, EventStore> stores) {
    return new FaultyFixture(name, new InMemoryUnitOfWork(), stores);
  }

  private static FaultyFixture telling(
      String name, Function<EventPublisher, EventPublisher> fault) {
    return of(
        name,
        (unitOfWork, publisher) ->
            ForwardingEventStore.inMemory(unitOfWork, fault.apply(publisher)));
  }

  /** Each with the cases that reveal it. */
  static Map<FaultyFixture, List<String>> all() {
    return Map.of(
        of(
            "is final at once",
            (unitOfWork, publisher) ->
                ForwardingEventStore.inMemory(new InMemoryUnitOfWork(), publisher)),
        FINAL,
        telling("tells nobody", publisher -> EventPublisher.NONE),
        List.of(ORDER, REPEATED, SEES, FAILS, INSIDE, UNDONE, DOOMS),
        telling("tells backwards", publisher -> events -> publisher.publish(reversed(events))),
        List.of(ORDER),
        telling(
            "tells one by one",
            publisher -> events -> events.forEach(each -> publisher.publish(List.of(each)))),
        List.of(ORDER),
        telling("hides failures", publisher -> events -> quietly(publisher, events)),
        List.of(FAILS, DOOMS),
        of("tells before", TellsBefore::new),
        List.of(ORDER, REPEATED, REFUSED, SEES),
        of("tells afterwards", TellsAfterwards::new),
        List.of(REPEATED, FAILS, INSIDE));
  }

  private static List<RecordedEvent> reversed(List<RecordedEvent> events) {
    List<RecordedEvent> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    return reversed;
  }

  private static void quietly(EventPublisher publisher, List<RecordedEvent> events) {
    try {
      publisher.publish(events);
    } catch (RuntimeException e) {
      // that is the fault
    }
  }

  /** Tells of events that nobody has stored. */
  private static final class TellsBefore extends ForwardingEventStore {
    private final EventPublisher publisher;

    TellsBefore(UnitOfWork unitOfWork, EventPublisher publisher) {
      super(inMemory(unitOfWork, EventPublisher.NONE));
      this.publisher = publisher;
    }

    @Override
    public List<AppendResult> append(List<Append> appends) {
      List<RecordedEvent> guessed = new ArrayList<>();
      for (Append append : appends) {
        for (NewEvent event : append.events()) {
          guessed.add(
              new RecordedEvent(
                  append.stream(),
                  1,
                  GlobalPosition.START,
                  event.metadata(),
                  1,
                  List.of(event.payload())));
        }
      }
      publisher.publish(guessed);
      return super.append(appends);
    }
  }

  /** Tells whatever stands in the store after an append, when it is final. */
  private static final class TellsAfterwards extends ForwardingEventStore {
    private final EventPublisher publisher;

    TellsAfterwards(UnitOfWork unitOfWork, EventPublisher publisher) {
      super(inMemory(unitOfWork, EventPublisher.NONE));
      this.publisher = publisher;
    }

    @Override
    public List<AppendResult> append(List<Append> appends) {
      List<AppendResult> results = super.append(appends);
      List<UUID> ids =
          appends.stream()
              .flatMap(append -> append.events().stream())
              .map(event -> event.metadata().id())
              .toList();
      publisher.publish(readAll().filter(event -> ids.contains(event.metadata().id())).toList());
      return results;
    }
  }

  @Override
  public EventStore store() {
    return stores.apply(its, EventPublisher.NONE);
  }

  @Override
  public Optional<UnitOfWork> unitOfWork() {
    return Optional.of(its);
  }

  @Override
  public Optional<Function<EventPublisher, EventStore>> publishing() {
    return Optional.of(publisher -> stores.apply(its, publisher));
  }
}
