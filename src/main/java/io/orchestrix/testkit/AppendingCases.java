package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.UnknownEventTypeException;
import java.math.BigDecimal;
import java.util.List;

/** What becomes of events that are appended. */
final class AppendingCases {

  private record Stranger() implements Event {}

  private AppendingCases() {}

  static void addTo(Cases cases) {
    cases
        .add("what was appended is read as it was", AppendingCases::readAsAppended)
        .add("an append answers where its last event is", AppendingCases::answers)
        .add("streams of other names are other streams", AppendingCases::otherNames)
        .add("the longest names are kept", AppendingCases::longestNames)
        .add("texts and numbers come back as they were", AppendingCases::payloads)
        .add("an event of an unknown class is refused", AppendingCases::unknownClass)
        .add("metadata of another type are refused", AppendingCases::otherType)
        .add(
            "nothing at all is refused",
            scene ->
                Expect.thrown(
                    IllegalArgumentException.class, () -> scene.store().append(List.of())));
  }

  private static void readAsAppended(Scene scene) {
    NewEvent first = scene.noted("first");
    NewEvent second = scene.event(new Counted(7));

    scene.store().append(scene.stream(), AppendCondition.noStream(), List.of(first, second));

    List<RecordedEvent> read = scene.store().read(scene.stream()).toList();
    Expect.equal("how many", read.size(), 2);
    for (int i = 0; i < 2; i++) {
      RecordedEvent event = read.get(i);
      NewEvent appended = List.of(first, second).get(i);
      Expect.equal("its payloads", event.payloads(), List.of(appended.payload()));
      Expect.equal("its metadata", event.metadata(), appended.metadata());
      Expect.equal("its stream", event.stream(), scene.stream());
      Expect.equal("its version", event.version(), i + 1L);
    }
    Expect.equal("revisions", read.stream().map(RecordedEvent::revision).toList(), List.of(1, 1));
  }

  private static void answers(Scene scene) {
    scene.append(AppendCondition.any(), "a");
    AppendResult result = scene.append(AppendCondition.any(), "b", "c");

    List<RecordedEvent> read = scene.store().read(scene.stream()).toList();
    Expect.equal("how many", read.size(), 3);
    Expect.equal("the answer", result, new AppendResult(scene.stream(), 3, read.get(2).position()));
  }

  private static void otherNames(Scene scene) {
    List<String> keys =
        List.of("a", "A", "a ", "a/b", "a%", "a_", "\u00e4", "a\u0308", "\ud83d\ude00");
    for (String key : keys) {
      scene.store().append(scene.stream(key), AppendCondition.noStream(), scene.notes(key));
    }
    StreamId otherKind = new StreamId(scene.category() + "x", "a");
    scene.store().append(otherKind, AppendCondition.noStream(), scene.notes("other"));

    for (String key : keys) {
      scene.expectTexts(scene.stream(key), key);
    }
    scene.expectTexts(otherKind, "other");
  }

  private static void longestNames(Scene scene) {
    String category = scene.category() + "-".repeat(100 - scene.category().length());
    StreamId longest = new StreamId(category, "\u6f22".repeat(200));

    scene.store().append(longest, AppendCondition.noStream(), scene.notes("a"));

    scene.expectTexts(longest, "a");
    Expect.equal("its name", scene.info(longest).id(), longest);
  }

  private static void payloads(Scene scene) {
    List<Event> payloads =
        List.of(
            new Noted("\u00c4\u6f22\ud83d\ude00 \"quoted\\\" \u2028", new BigDecimal("1.500")),
            new Noted("\u0000\u0001\n\t", new BigDecimal("-0.10")),
            new Noted("", new BigDecimal("1E+30")),
            new Noted("x".repeat(100_000), new BigDecimal("0E-20")),
            new Counted(Long.MAX_VALUE));
    scene
        .store()
        .append(
            scene.stream(), AppendCondition.any(), payloads.stream().map(scene::event).toList());

    Expect.equal(
        "the payloads",
        scene.store().read(scene.stream()).map(RecordedEvent::payload).toList(),
        payloads);
  }

  private static void unknownClass(Scene scene) {
    List<NewEvent> events = List.of(scene.noted("a"), scene.event(new Stranger()));

    RuntimeException refusal =
        Expect.thrown(
            UnknownEventTypeException.class,
            () -> scene.store().append(scene.stream(), AppendCondition.any(), events));

    Expect.says(refusal, "Stranger");
    scene.expectTexts();
    scene.append(AppendCondition.noStream(), "b");
    scene.expectTexts("b");
  }

  private static void otherType(Scene scene) {
    Metadata metadata = scene.event(new Counted(1)).metadata();

    Expect.refused(
        IllegalArgumentException.class,
        "The metadata of the event say 'orchestrix.testkit.counted',"
            + " but its type is 'orchestrix.testkit.noted'.",
        () ->
            scene
                .store()
                .append(
                    scene.stream(),
                    AppendCondition.any(),
                    List.of(new NewEvent(metadata, Noted.of("a")))));
    scene.expectTexts();
  }
}
