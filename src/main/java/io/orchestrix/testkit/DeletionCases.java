package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.GlobalPosition;
import java.util.List;

/** Streams whose events are gone for good. */
final class DeletionCases {

  private DeletionCases() {}

  static void addTo(Cases cases) {
    cases
        .add("the events of a deleted stream are gone", DeletionCases::gone)
        .add(
            "of a deleted stream is known what was known before",
            scene -> {
              scene.append(AppendCondition.any(), "a", "b");
              StreamInfo before = scene.info(scene.stream());
              scene.store().delete(scene.stream());
              StreamInfo info = scene.info(scene.stream());
              Expect.equal("its state", info.state(), StreamState.DELETED);
              Expect.equal("its version", info.version(), 2L);
              Expect.equal("its head", info.head(), before.head());
              Expect.equal("its beginning", info.createdAt(), before.createdAt());
            })
        .add(
            "the name of a deleted stream is not given again",
            scene -> {
              deleted(scene);
              refused(scene, () -> scene.append(AppendCondition.any(), "b"));
              refused(scene, () -> scene.append(AppendCondition.noStream(), "b"));
              refused(scene, () -> scene.append(AppendCondition.atVersion(1), "b"));
              scene.expectTexts();
            })
        .add(
            "a deleted stream is neither archived nor un-archived",
            scene -> {
              deleted(scene);
              refused(scene, () -> scene.store().archive(scene.stream()));
              refused(scene, () -> scene.store().unarchive(scene.stream()));
            })
        .add(
            "an archived stream is deleted, and a deleted one stays so",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              scene.store().archive(scene.stream());
              scene.store().delete(scene.stream());
              scene.store().delete(scene.stream());
              scene.expectTexts();
              Expect.equal("its state", scene.info(scene.stream()).state(), StreamState.DELETED);
            })
        .add(
            "a stream that does not exist is not deleted",
            scene -> ArchiveCases.notFound(scene, () -> scene.store().delete(scene.stream())));
  }

  private static void gone(Scene scene) {
    scene
        .store()
        .append(
            scene.stream(),
            AppendCondition.any(),
            List.of(scene.noted("a"), scene.event(new Labelled("b", "me", List.of("x")))));
    scene.appendTo("two", "c");

    scene.store().delete(scene.stream());

    scene.expectTexts();
    scene.expectTexts(scene.stream("two"), "c");
    Expect.equal("all events", Scene.texts(scene.all().stream()), List.of("c"));
    Expect.equal(
        "by tag",
        scene.store().pageOfAll(GlobalPosition.START, scene.own().tags("label:x"), 9),
        List.of());
    scene.appendTo("two", "d");
    Expect.equal("all events", Scene.texts(scene.all().stream()), List.of("c", "d"));
  }

  private static void deleted(Scene scene) {
    scene.append(AppendCondition.any(), "a");
    scene.store().delete(scene.stream());
  }

  private static void refused(Scene scene, Runnable work) {
    Expect.refused(
        ClosedStreamException.class,
        "ORX-3009 Tried to change %s, which is deleted for good. Use another name."
            .formatted(scene.stream()),
        work);
  }
}
