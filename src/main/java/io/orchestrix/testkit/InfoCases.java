package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamState;
import java.util.List;
import java.util.Optional;

/** What the store knows of a stream. */
final class InfoCases {

  private InfoCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "of a stream that never existed nothing is known",
            scene -> Expect.equal("its info", scene.store().info(scene.stream()), Optional.empty()))
        .add(
            "a stream is known by its first append",
            scene -> {
              NewEvent first = scene.noted("a");
              NewEvent second = scene.noted("b");
              append(scene, first, second);
              expect(scene, info(scene, 2, first, second));
            })
        .add(
            "a stream changes with every append",
            scene -> {
              NewEvent first = scene.noted("a");
              NewEvent last = scene.noted("c");
              append(scene, first);
              append(scene, scene.noted("b"), last);
              expect(scene, info(scene, 3, first, last));
              scene.appendTo("two", "d");
              expect(scene, info(scene, 3, first, last));
            });
  }

  private static void append(Scene scene, NewEvent... events) {
    scene.store().append(scene.stream(), AppendCondition.any(), List.of(events));
  }

  private static void expect(Scene scene, StreamInfo expected) {
    Expect.equal("its info", scene.info(scene.stream()), expected);
  }

  private static StreamInfo info(Scene scene, long version, NewEvent first, NewEvent last) {
    return new StreamInfo(
        scene.stream(),
        version,
        last.metadata().id(),
        StreamState.ACTIVE,
        first.metadata().time(),
        last.metadata().time());
  }
}
