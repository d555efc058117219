package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.StreamRange;
import java.util.List;

/** Parts of a stream, in either direction. */
final class RangeCases {

  private static final StreamRange ALL = StreamRange.ALL;

  private RangeCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "a stream that does not exist is empty",
            scene -> {
              Expect.equal("its events", scene.store().read(scene.stream()).toList(), List.of());
              Expect.equal("a page", scene.store().page(scene.stream(), ALL, 5), List.of());
            })
        .add("a stream is read from a version", scene -> read(scene, ALL.from(3), "c", "d", "e"))
        .add("a stream is read to a version", scene -> read(scene, ALL.to(2), "a", "b"))
        .add(
            "a stream is read from a version to another",
            scene -> {
              read(scene, ALL.from(2).to(4), "b", "c", "d");
              again(scene, ALL.from(3).to(3), "c");
              again(scene, ALL.from(4).to(99), "d", "e");
            })
        .add(
            "a stream is read backwards",
            scene -> {
              read(scene, ALL.backwards(), "e", "d", "c", "b", "a");
              again(scene, ALL.from(2).to(4).backwards(), "d", "c", "b");
              again(scene, ALL.from(4).backwards(), "e", "d");
            })
        .add(
            "a stream is read until an instant",
            scene -> {
              read(scene, ALL.until(Scene.time(3)), "a", "b", "c");
              again(scene, ALL.until(Scene.time(3).minusNanos(1_000)), "a", "b");
              again(scene, ALL.until(Scene.time(3).plusNanos(1_000)), "a", "b", "c");
              again(scene, ALL.from(2).until(Scene.time(3)).backwards(), "c", "b");
            })
        .add(
            "a range without events is empty",
            scene -> {
              read(scene, ALL.from(6));
              again(scene, ALL.from(4).to(3));
              again(scene, ALL.to(0));
              again(scene, ALL.until(Scene.time(0)));
              again(scene, ALL.from(6).backwards());
            })
        .add(
            "events that occurred out of order are told apart by when they did",
            RangeCases::outOfOrder)
        .add("a page holds the first events of its range", RangeCases::pages);
  }

  private static void read(Scene scene, StreamRange range, String... expected) {
    scene.append(AppendCondition.any(), "a", "b", "c", "d", "e");
    again(scene, range, expected);
    scene.expectTexts("a", "b", "c", "d", "e");
  }

  private static void again(Scene scene, StreamRange range, String... expected) {
    Expect.equal(
        range.toString(),
        Scene.texts(scene.store().read(scene.stream(), range)),
        List.of(expected));
  }

  private static void outOfOrder(Scene scene) {
    var early = scene.noted("early");
    var late = scene.noted("late");
    scene.store().append(scene.stream(), AppendCondition.any(), List.of(late, early));

    again(scene, ALL.until(Scene.time(1)), "early");
    again(scene, ALL.until(Scene.time(2)), "late", "early");
  }

  private static void pages(Scene scene) {
    scene.append(AppendCondition.any(), "a", "b", "c", "d", "e");

    page(scene, ALL, "a", "b");
    page(scene, ALL.from(4), "d", "e");
    page(scene, ALL.from(5), "e");
    page(scene, ALL.backwards(), "e", "d");
    page(scene, ALL.to(3).backwards(), "c", "b");
    page(scene, ALL.to(1).backwards(), "a");
    page(scene, ALL.until(Scene.time(3)).backwards(), "c", "b");
  }

  private static void page(Scene scene, StreamRange range, String... expected) {
    Expect.equal(
        "two of " + range,
        Scene.texts(scene.store().page(scene.stream(), range, 2).stream()),
        List.of(expected));
  }
}
