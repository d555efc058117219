package io.orchestrix.testkit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What one case works with: the store under test, and a category of streams of its own. */
final class Scene {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456Z");

  /** More than any case writes: a faulty store may go round in a circle. */
  private static final int MOST = 10_000;

  private final EventStore store;
  private final String category = "testkit-" + UUID.randomUUID();
  private final AtomicInteger events = new AtomicInteger();

  Scene(EventStore store) {
    this.store = store;
  }

  EventStore store() {
    return store;
  }

  String category() {
    return category;
  }

  /** The stream that most cases work on. */
  StreamId stream() {
    return stream("one");
  }

  StreamId stream(String key) {
    return new StreamId(category, key);
  }

  /** When the event occurs that is made as the one of this number. */
  static Instant time(int number) {
    return START.plusSeconds(number);
  }

  /** Makes an event that occurs a second after the one before it. */
  NewEvent event(Event payload) {
    return event(payload, id());
  }

  NewEvent event(Event payload, UUID correlation) {
    return new NewEvent(
        new Metadata(
            id(),
            EventTypes.nameOf(payload.getClass()),
            "/testkit",
            stream().toString(),
            time(events.incrementAndGet()),
            correlation,
            null,
            null),
        payload);
  }

  NewEvent noted(String text) {
    return event(Noted.of(text));
  }

  List<NewEvent> notes(String... texts) {
    return Arrays.stream(texts).map(this::noted).toList();
  }

  static UUID id() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  AppendResult append(AppendCondition condition, String... texts) {
    return store.append(stream(), condition, notes(texts));
  }

  /** Appends to a stream of that key, whatever is there. */
  AppendResult appendTo(String key, String... texts) {
    return store.append(stream(key), AppendCondition.any(), notes(texts));
  }

  /** That the stream has these events, and no others. */
  void expectTexts(String... expected) {
    expectTexts(stream(), expected);
  }

  void expectTexts(StreamId stream, String... expected) {
    Expect.equal(
        "the events of " + stream, texts(store.read(stream).limit(MOST)), List.of(expected));
  }

  StreamInfo info(StreamId stream) {
    return store
        .info(stream)
        .orElseThrow(() -> new AssertionError("the store knows nothing of " + stream));
  }

  /** Lets all events of this scene through. */
  EventFilter own() {
    return EventFilter.NONE.categories(category);
  }

  /** The events of this scene, as reading all events shows them. */
  List<RecordedEvent> all() {
    return all(own());
  }

  /** The events that a filter lets through. */
  List<RecordedEvent> all(EventFilter filter) {
    return store.readAll(GlobalPosition.START, filter).limit(MOST).toList();
  }

  static List<String> texts(Stream<RecordedEvent> events) {
    return events.map(event -> text(event.payload())).toList();
  }

  private static String text(Event event) {
    if (event instanceof Noted noted) {
      return noted.text();
    }
    return event instanceof Labelled labelled ? labelled.text() : event.toString();
  }
}
