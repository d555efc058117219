package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All events by type, category and conversation. */
final class FilterCases {

  private static final String NOTED = "orchestrix.testkit.noted";
  private static final String LABELLED = "orchestrix.testkit.labelled";
  private static final String COUNTED = "orchestrix.testkit.counted";

  private FilterCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "events are read by one of their types",
            scene -> {
              mixed(scene);
              expect(scene, scene.own().types(NOTED), "a", "d");
              expect(scene, scene.own().types(NOTED, LABELLED), "a", "c", "d");
            })
        .add("events are read by one of their categories", FilterCases::categories)
        .add("events are read by their conversation", FilterCases::conversations)
        .add("a filter takes what passes all its parts", FilterCases::together)
        .add(
            "a filter that nothing passes shows nothing",
            scene -> {
              mixed(scene);
              expect(scene, scene.own().types("orchestrix.testkit.never"));
              expect(scene, scene.own().types(NOTED).correlationId(UUID.randomUUID()));
              expect(scene, scene.own().types(NOTED), "a", "d");
            })
        .add("a page is filled with what passes its filter", FilterCases::pages);
  }

  /** Appends a and d, which are noted, b, which is counted, and c, which is labelled. */
  private static void mixed(Scene scene) {
    scene
        .store()
        .append(
            scene.stream(),
            AppendCondition.any(),
            List.of(
                scene.noted("a"),
                scene.event(new Counted(1)),
                scene.event(new Labelled("c", "me", List.of())),
                scene.noted("d")));
  }

  private static void expect(Scene scene, EventFilter filter, String... expected) {
    Expect.equal(
        "the events of " + filter, Scene.texts(scene.all(filter).stream()), List.of(expected));
  }

  private static void categories(Scene scene) {
    StreamId other = new StreamId(scene.category() + "-x", "one");
    StreamId another = new StreamId(scene.category() + "-y", "one");
    scene.append(AppendCondition.any(), "a");
    scene.store().append(other, AppendCondition.any(), scene.notes("b"));
    scene.store().append(another, AppendCondition.any(), scene.notes("c"));

    expect(scene, scene.own(), "a");
    expect(scene, EventFilter.NONE.categories(other.category()), "b");
    expect(scene, EventFilter.NONE.categories(scene.category(), another.category()), "a", "c");
  }

  private static void conversations(Scene scene) {
    UUID conversation = Scene.id();
    scene
        .store()
        .append(
            scene.stream(),
            AppendCondition.any(),
            List.of(
                scene.event(Noted.of("a"), conversation),
                scene.noted("b"),
                scene.event(Noted.of("c"), conversation)));

    expect(scene, EventFilter.NONE.correlationId(conversation), "a", "c");
  }

  private static void together(Scene scene) {
    UUID conversation = Scene.id();
    StreamId other = new StreamId(scene.category() + "-x", "one");
    for (StreamId stream : List.of(scene.stream(), other)) {
      scene
          .store()
          .append(
              stream,
              AppendCondition.any(),
              List.of(
                  scene.event(Noted.of("a"), conversation),
                  scene.event(new Labelled("b", "me", List.of()), conversation),
                  scene.noted("c")));
    }

    EventFilter of = EventFilter.NONE.correlationId(conversation);
    expect(scene, of, "a", "b", "a", "b");
    expect(scene, of.types(NOTED), "a", "a");
    expect(scene, of.types(NOTED).categories(scene.category()), "a");
    expect(scene, of.types(COUNTED, LABELLED).categories(other.category()), "b");
  }

  private static void pages(Scene scene) {
    for (int i = 0; i < 3; i++) {
      mixed(scene);
    }
    EventFilter filter = scene.own().types(NOTED);

    List<String> seen = new ArrayList<>();
    GlobalPosition last = GlobalPosition.START;
    for (int i = 0; i < 3; i++) {
      List<RecordedEvent> page = scene.store().pageOfAll(last, filter, 2);
      Expect.equal("the size of a page", page.size(), 2);
      seen.addAll(Scene.texts(page.stream()));
      last = page.get(1).position();
    }
    Expect.equal("the events", seen, List.of("a", "d", "a", "d", "a", "d"));
    Expect.equal("the rest", scene.store().pageOfAll(last, filter, 2), List.of());
  }
}
