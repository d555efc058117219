package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamNotFoundException;
import io.orchestrix.eventstore.StreamState;

/** Streams that are read but not appended to. */
final class ArchiveCases {

  private ArchiveCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "an archived stream is read, but not appended to",
            scene -> {
              archived(scene);
              refused(scene, AppendCondition.any());
              scene.expectTexts("a");
              Expect.equal("among all", scene.all().size(), 1);
            })
        .add(
            "that a stream is archived is said before any condition",
            scene -> {
              archived(scene);
              refused(scene, AppendCondition.noStream());
              refused(scene, AppendCondition.atVersion(7));
              scene.expectTexts("a");
            })
        .add(
            "an archived stream keeps what is known of it",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              StreamInfo before = scene.info(scene.stream());
              scene.store().archive(scene.stream());
              Expect.equal("its info", scene.info(scene.stream()), in(before));
              scene.store().archive(scene.stream());
              Expect.equal("archived again", scene.info(scene.stream()), in(before));
            })
        .add(
            "an un-archived stream is appended to",
            scene -> {
              archived(scene);
              scene.store().unarchive(scene.stream());
              scene.append(AppendCondition.atVersion(1), "b");
              scene.expectTexts("a", "b");
              scene.store().unarchive(scene.stream());
              Expect.equal("its state", scene.info(scene.stream()).state(), StreamState.ACTIVE);
            })
        .add(
            "a stream that does not exist is neither archived nor un-archived",
            scene -> {
              notFound(scene, () -> scene.store().archive(scene.stream()));
              notFound(scene, () -> scene.store().unarchive(scene.stream()));
            });
  }

  private static void archived(Scene scene) {
    scene.append(AppendCondition.any(), "a");
    scene.store().archive(scene.stream());
  }

  private static StreamInfo in(StreamInfo active) {
    return new StreamInfo(
        active.id(),
        active.version(),
        active.head(),
        StreamState.ARCHIVED,
        active.createdAt(),
        active.changedAt());
  }

  private static void refused(Scene scene, AppendCondition condition) {
    Expect.refused(
        ClosedStreamException.class,
        "ORX-3008 Tried to append to %s, which is archived. Un-archive it first, or use another stream."
            .formatted(scene.stream()),
        () -> scene.append(condition, "refused"));
  }

  static void notFound(Scene scene, Runnable work) {
    Expect.refused(
        StreamNotFoundException.class,
        "ORX-3007 There is no stream %s. Check its name.".formatted(scene.stream()),
        work);
  }
}
