package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.Optional;

/** Appends to several streams at once: all of it, or nothing. */
final class SeveralStreamsCases {

  private SeveralStreamsCases() {}

  static void addTo(Cases cases) {
    cases
        .add("several streams are appended to at once", SeveralStreamsCases::atOnce)
        .add(
            "each stream has a condition of its own",
            scene -> {
              scene.appendTo("one", "a");
              scene
                  .store()
                  .append(
                      List.of(
                          append(scene, "two", AppendCondition.noStream()),
                          append(scene, "one", AppendCondition.atVersion(1))));
              scene.expectTexts(scene.stream("one"), "a", "new");
              scene.expectTexts(scene.stream("two"), "new");
            })
        .add(
            "nothing is appended when the condition of the first stream fails",
            scene -> conflict(scene, "one"))
        .add(
            "nothing is appended when the condition of the last stream fails",
            scene -> conflict(scene, "two"))
        .add("nothing is appended when one stream is archived", SeveralStreamsCases::archived)
        .add("an id that comes in two streams is refused", SeveralStreamsCases::sameEvent)
        .add(
            "two appends to the same stream at once are refused",
            scene -> {
              Append append = append(scene, "one", AppendCondition.any());
              Append again = append(scene, "one", AppendCondition.any());
              Expect.thrown(
                  IllegalArgumentException.class,
                  () -> scene.store().append(List.of(append, again)));
              scene.expectTexts();
            });
  }

  private static Append append(Scene scene, String key, AppendCondition condition) {
    return new Append(scene.stream(key), condition, scene.notes("new"));
  }

  private static void atOnce(Scene scene) {
    scene.appendTo("b", "before");

    List<AppendResult> results =
        scene
            .store()
            .append(
                List.of(
                    append(scene, "c", AppendCondition.any()),
                    append(scene, "a", AppendCondition.any()),
                    append(scene, "b", AppendCondition.any())));

    Expect.equal("how many answers", results.size(), 3);
    Expect.equal(
        "answer to c", results.get(0), new AppendResult(scene.stream("c"), 1, last(scene, "c")));
    Expect.equal(
        "answer to a", results.get(1), new AppendResult(scene.stream("a"), 1, last(scene, "a")));
    Expect.equal(
        "answer to b", results.get(2), new AppendResult(scene.stream("b"), 2, last(scene, "b")));
  }

  private static GlobalPosition last(Scene scene, String key) {
    List<RecordedEvent> events = scene.store().read(scene.stream(key)).toList();
    return events.isEmpty() ? GlobalPosition.START : events.get(events.size() - 1).position();
  }

  private static void conflict(Scene scene, String failing) {
    StreamId stream = scene.stream(failing);
    AppendConflictException conflict =
        Expect.thrown(
            AppendConflictException.class,
            () ->
                scene
                    .store()
                    .append(
                        List.of(
                            append(scene, "one", condition("one", failing)),
                            append(scene, "two", condition("two", failing)))));
    Expect.equal("the stream", conflict.stream(), stream);
    expectNothing(scene);
  }

  private static AppendCondition condition(String key, String failing) {
    return key.equals(failing) ? AppendCondition.streamExists() : AppendCondition.any();
  }

  private static void archived(Scene scene) {
    scene.appendTo("three", "a");
    scene.store().archive(scene.stream("three"));

    Expect.thrown(
        ClosedStreamException.class,
        () ->
            scene
                .store()
                .append(
                    List.of(
                        append(scene, "one", AppendCondition.any()),
                        append(scene, "three", AppendCondition.any()),
                        append(scene, "two", AppendCondition.any()))));
    expectNothing(scene);
    scene.expectTexts(scene.stream("three"), "a");
  }

  private static void sameEvent(Scene scene) {
    List<NewEvent> events = scene.notes("a");

    StoreException refusal =
        Expect.thrown(
            StoreException.class,
            () ->
                scene
                    .store()
                    .append(
                        List.of(
                            new Append(scene.stream("one"), AppendCondition.any(), events),
                            new Append(scene.stream("two"), AppendCondition.any(), events))));
    Expect.equal("the code", refusal.code(), StoreException.DUPLICATE_EVENT);
    expectNothing(scene);
  }

  private static void expectNothing(Scene scene) {
    for (String key : List.of("one", "two")) {
      scene.expectTexts(scene.stream(key));
      Expect.equal("info of " + key, scene.store().info(scene.stream(key)), Optional.empty());
    }
  }
}
