package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.NewEvent;
import java.util.Arrays;
import java.util.List;

/** All events by their tags. */
final class TagCases {

  private TagCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "events are read by a tag, across streams",
            scene -> {
              append(scene, "one", labelled(scene, "a", "me", "x"), scene.noted("b"));
              append(scene, "two", labelled(scene, "c", "me"), labelled(scene, "d", "you", "x"));
              expect(scene, scene.own().tags("owner:me"), "a", "c");
              expect(scene, scene.own().tags("label:x"), "a", "d");
            })
        .add(
            "events are read by all of several tags",
            scene -> {
              append(
                  scene,
                  "one",
                  labelled(scene, "a", "me", "x", "y"),
                  labelled(scene, "b", "me", "y", "z"),
                  labelled(scene, "c", "you", "x", "y", "z"));
              expect(scene, scene.own().tags("label:y"), "a", "b", "c");
              expect(scene, scene.own().tags("label:x", "label:y"), "a", "c");
              expect(scene, scene.own().tags("owner:me", "label:y", "label:z"), "b");
              expect(scene, scene.own().tags("owner:you", "label:a"));
            })
        .add(
            "a tag is found only as a whole",
            scene -> {
              append(
                  scene,
                  "one",
                  labelled(scene, "a", "me", "x"),
                  labelled(scene, "b", "Me", "X"),
                  labelled(scene, "c", "mexico", "x y", "x,y"),
                  labelled(scene, "d", "_e", "%"));
              expect(scene, scene.own().tags("owner:me"), "a");
              expect(scene, scene.own().tags("owner:Me"), "b");
              expect(scene, scene.own().tags("owner:_e"), "d");
              expect(scene, scene.own().tags("label:%"), "d");
              expect(scene, scene.own().tags("label:x,y", "label:x y"), "c");
              expect(scene, scene.own().tags("label:"));
            })
        .add(
            "a tag takes every character, and 255 of them",
            scene -> {
              String longest = "x".repeat(249);
              append(
                  scene,
                  "one",
                  labelled(scene, "a", "\u00e4\u6f22\ud83d\ude00:'\"\\", longest),
                  labelled(scene, "b", "a\u0308"));
              expect(scene, scene.own().tags("owner:\u00e4\u6f22\ud83d\ude00:'\"\\"), "a");
              expect(scene, scene.own().tags("label:" + longest), "a");
            })
        .add(
            "tags filter together with types",
            scene -> {
              append(scene, "one", labelled(scene, "a", "me"), scene.noted("b"));
              EventFilter mine = scene.own().tags("owner:me");
              expect(scene, mine.types("orchestrix.testkit.labelled"), "a");
              expect(scene, mine.types("orchestrix.testkit.noted"));
            });
  }

  private static NewEvent labelled(Scene scene, String text, String owner, String... labels) {
    return scene.event(new Labelled(text, owner, Arrays.asList(labels)));
  }

  private static void append(Scene scene, String key, NewEvent... events) {
    scene.store().append(scene.stream(key), AppendCondition.any(), Arrays.asList(events));
  }

  private static void expect(Scene scene, EventFilter filter, String... expected) {
    Expect.equal(
        "the events of " + filter, Scene.texts(scene.all(filter).stream()), List.of(expected));
  }
}
