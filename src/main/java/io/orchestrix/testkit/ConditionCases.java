package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import java.util.OptionalLong;

/** An append happens only under its condition. */
final class ConditionCases {

  private ConditionCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "'any' appends to whatever is there",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              scene.append(AppendCondition.any(), "b");
              scene.expectTexts("a", "b");
            })
        .add(
            "'no stream' refuses a stream that exists",
            scene -> {
              scene.append(AppendCondition.noStream(), "a");
              refused(scene, AppendCondition.noStream(), "not to exist; it is in version 1", 1);
              scene.expectTexts("a");
            })
        .add(
            "'stream exists' appends to a stream that exists",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              scene.append(AppendCondition.streamExists(), "b");
              scene.expectTexts("a", "b");
            })
        .add(
            "'stream exists' refuses a stream that does not",
            scene -> {
              refused(scene, AppendCondition.streamExists(), "to exist; it does not exist", 0);
              Expect.that("there is no stream", scene.store().info(scene.stream()).isEmpty());
            })
        .add(
            "'at version' appends to that version",
            scene -> {
              scene.append(AppendCondition.atVersion(0), "a", "b");
              scene.append(AppendCondition.atVersion(2), "c");
              scene.expectTexts("a", "b", "c");
            })
        .add(
            "'at version' refuses a lower and a higher version",
            scene -> {
              scene.append(AppendCondition.any(), "a", "b");
              refused(scene, AppendCondition.atVersion(1), "in version 1; it is in version 2", 2);
              refused(scene, AppendCondition.atVersion(3), "in version 3; it is in version 2", 2);
              scene.expectTexts("a", "b");
            })
        .add(
            "'at version' refuses a stream that does not exist, and 0 one that does",
            scene -> {
              refused(scene, AppendCondition.atVersion(1), "in version 1; it does not exist", 0);
              scene.append(AppendCondition.any(), "a");
              refused(scene, AppendCondition.atVersion(0), "in version 0; it is in version 1", 1);
            });
  }

  private static void refused(
      Scene scene, AppendCondition condition, String expectedButIs, long version) {
    AppendConflictException conflict =
        Expect.thrown(
            AppendConflictException.class, () -> scene.append(condition, "refused", "too"));
    Expect.equal(
        "the message",
        conflict.getMessage(),
        "ORX-3001 Tried to append to %s, expected %s. Nothing was appended. Load it again and decide again."
            .formatted(scene.stream(), expectedButIs));
    Expect.equal("its stream", conflict.stream(), scene.stream());
    Expect.equal("what it expected", conflict.expected(), condition);
    Expect.equal("the version there", conflict.actual(), OptionalLong.of(version));
  }
}
