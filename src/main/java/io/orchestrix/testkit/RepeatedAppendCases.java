package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamState;
import java.util.List;

/** An append may be repeated when its outcome is unknown. */
final class RepeatedAppendCases {

  private RepeatedAppendCases() {}

  static void addTo(Cases cases) {
    List.of(
            AppendCondition.any(),
            AppendCondition.noStream(),
            AppendCondition.streamExists(),
            AppendCondition.atVersion(0))
        .forEach(
            condition ->
                cases.add(
                    "an append that expects a stream %s is stored once when it is repeated"
                        .formatted(condition),
                    scene -> repeated(scene, condition)));
    cases
        .add("an append is repeated to an archived stream", RepeatedAppendCases::archived)
        .add("an append to several streams is repeated", RepeatedAppendCases::several)
        .add("a repeated append and a new one come together", RepeatedAppendCases::together)
        .add(
            "a repeated append whose condition holds again and a new one come together",
            RepeatedAppendCases::togetherAgain)
        .add(
            "an append that has a stored id twice is refused",
            scene -> {
              NewEvent event = scene.noted("a");
              append(scene, scene.stream(), List.of(event));
              refused(scene, scene.stream(), List.of(event, event));
              scene.expectTexts("a");
            })
        .add(
            "an append of which only a part is stored is refused",
            scene -> {
              List<NewEvent> events = scene.notes("a");
              append(scene, scene.stream(), events);
              refused(scene, scene.stream(), List.of(events.get(0), scene.noted("b")));
              refused(scene, scene.stream(), List.of(scene.noted("b"), events.get(0)));
              scene.expectTexts("a");
            })
        .add(
            "an append that is stored in another stream is refused",
            scene -> {
              List<NewEvent> events = scene.notes("a");
              append(scene, scene.stream(), events);
              refused(scene, scene.stream("two"), events);
              scene.expectTexts("a");
              scene.expectTexts(scene.stream("two"));
            })
        .add(
            "an append that has an id twice is refused",
            scene -> {
              NewEvent event = scene.noted("a");
              refused(scene, scene.stream(), List.of(event, event));
              scene.expectTexts();
            });
  }

  private static AppendResult append(Scene scene, StreamId stream, List<NewEvent> events) {
    return scene.store().append(stream, AppendCondition.any(), events);
  }

  private static void refused(Scene scene, StreamId stream, List<NewEvent> events) {
    StoreException refusal =
        Expect.thrown(StoreException.class, () -> append(scene, stream, events));
    Expect.equal(
        "the message",
        refusal.getMessage(),
        StoreException.duplicateEvent(stream, null).getMessage());
  }

  private static void repeated(Scene scene, AppendCondition condition) {
    List<NewEvent> events = scene.notes("a", "b");
    AppendResult first = append(scene, scene.stream(), events);
    scene.append(AppendCondition.any(), "c");

    AppendResult again = scene.store().append(scene.stream(), condition, events);

    Expect.equal("the answer", again, first);
    scene.expectTexts("a", "b", "c");
    Expect.equal("its version", scene.info(scene.stream()).version(), 3L);
  }

  private static void archived(Scene scene) {
    List<NewEvent> events = scene.notes("a");
    AppendResult first = append(scene, scene.stream(), events);
    scene.store().archive(scene.stream());

    Expect.equal("the answer", append(scene, scene.stream(), events), first);
    scene.expectTexts("a");
    Expect.equal("its state", scene.info(scene.stream()).state(), StreamState.ARCHIVED);
  }

  private static void several(Scene scene) {
    List<Append> appends =
        List.of(
            new Append(scene.stream("two"), AppendCondition.noStream(), scene.notes("b", "c")),
            new Append(scene.stream("one"), AppendCondition.noStream(), scene.notes("a")));
    List<AppendResult> first = scene.store().append(appends);

    Expect.equal("the answers", scene.store().append(appends), first);
    scene.expectTexts("a");
    scene.expectTexts(scene.stream("two"), "b", "c");
  }

  private static void together(Scene scene) {
    List<NewEvent> events = scene.notes("a");
    AppendResult first = append(scene, scene.stream(), events);

    List<AppendResult> results =
        scene
            .store()
            .append(
                List.of(
                    new Append(scene.stream("two"), AppendCondition.noStream(), scene.notes("b")),
                    new Append(scene.stream("one"), AppendCondition.noStream(), events)));

    Expect.equal("the answers", results.size(), 2);
    Expect.equal("the answer to the repeated one", results.get(1), first);
    scene.expectTexts("a");
    scene.expectTexts(scene.stream("two"), "b");
  }

  private static void togetherAgain(Scene scene) {
    List<NewEvent> events = scene.notes("a");
    AppendResult first = append(scene, scene.stream("one"), events);

    List<AppendResult> results =
        scene
            .store()
            .append(
                List.of(
                    new Append(scene.stream("one"), AppendCondition.atVersion(1), events),
                    new Append(scene.stream("two"), AppendCondition.noStream(), scene.notes("b"))));

    Expect.equal("the answer to the repeated one", results.get(0), first);
    scene.expectTexts(scene.stream("one"), "a");
    scene.expectTexts(scene.stream("two"), "b");
  }
}
