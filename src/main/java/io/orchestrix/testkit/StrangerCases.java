package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.function.Supplier;

/** The same streams as an application sees them that knows less and must not delete. */
final class StrangerCases {

  private StrangerCases() {}

  static void addTo(Cases cases, EventStore stranger) {
    cases
        .add(
            "an event that is not known is not passed over",
            scene -> {
              mixed(scene);
              unreadable(scene, () -> stranger.page(scene.stream(), StreamRange.ALL, 9));
              unreadable(scene, () -> stranger.pageOfAll(GlobalPosition.START, scene.own(), 9));
            })
        .add(
            "an event that is not known keeps nobody from the others",
            scene -> {
              mixed(scene);
              List<RecordedEvent> found = stranger.page(scene.stream(), StreamRange.ALL, 9);
              Expect.equal(
                  "the others",
                  Scene.texts(found.stream().filter(event -> event.version() != 2)),
                  List.of("a", "c"));
            })
        .add(
            "what a filter leaves out need not be known",
            scene -> {
              mixed(scene);
              Expect.equal(
                  "the events",
                  Scene.texts(
                      stranger.readAll(
                          GlobalPosition.START, scene.own().types("orchestrix.testkit.noted"))),
                  List.of("a", "c"));
            })
        .add(
            "streams are not deleted unless that is allowed",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              Expect.refused(
                  ClosedStreamException.class,
                  ("ORX-3010 Tried to delete %s; streams are not deleted unless"
                          + " orchestrix.delete-streams is true. Archive it instead.")
                      .formatted(scene.stream()),
                  () -> stranger.delete(scene.stream()));
              scene.expectTexts("a");
            });
  }

  /** All three are there, and the second one cannot be read. */
  private static void unreadable(Scene scene, Supplier<List<RecordedEvent>> reading) {
    List<RecordedEvent> found = reading.get();
    Expect.equal("the number of events", found.size(), 3);
    StoreException failure = Expect.thrown(StoreException.class, () -> Scene.texts(found.stream()));
    Expect.says(failure, "ORX-3011 Tried to read event 2 of %s, ".formatted(scene.stream()));
    Expect.says(failure, "'orchestrix.testkit.counted'");
  }

  private static void mixed(Scene scene) {
    scene
        .store()
        .append(
            scene.stream(),
            AppendCondition.any(),
            List.of(scene.noted("a"), scene.event(new Counted(1)), scene.noted("c")));
  }
}
