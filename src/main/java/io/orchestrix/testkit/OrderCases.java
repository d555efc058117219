package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamReader;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All events in one order. */
final class OrderCases {

  private static final EventRevision NOTED = new EventRevision("orchestrix.testkit.noted", 1);
  private static final EventRevision COUNTED = new EventRevision("orchestrix.testkit.counted", 1);

  private OrderCases() {}

  static void addTo(Cases cases) {
    cases
        .add("all events are read in the order of their positions", OrderCases::inOrder)
        .add("a reader goes on after the last event that it saw", OrderCases::goesOn)
        .add("an event is the same in its stream and among all", OrderCases::same)
        .add("all events are read when they are more than a page", OrderCases::manyStreams)
        .add("what was appended is below the watermark", OrderCases::watermark)
        .add(
            "the store tells which types it holds that are not known any more",
            OrderCases::otherTypes);
  }

  private static void inOrder(Scene scene) {
    GlobalPosition before = scene.appendTo("one", "before").position();
    List<GlobalPosition> appended =
        List.of(
            scene.appendTo("two", "a").position(),
            scene.appendTo("one", "b", "c").position(),
            scene.appendTo("two", "d").position());

    List<RecordedEvent> read = scene.store().pageOfAll(before, scene.own(), 10);
    Expect.equal("the events", Scene.texts(read.stream()), List.of("a", "b", "c", "d"));
    List<GlobalPosition> positions = read.stream().map(RecordedEvent::position).toList();
    Expect.equal("the positions", positions, List.copyOf(new TreeSet<>(positions)));
    Expect.equal(
        "where the appends ended",
        List.of(positions.get(0), positions.get(2), positions.get(3)),
        appended);
  }

  private static void goesOn(Scene scene) {
    GlobalPosition before = scene.append(AppendCondition.any(), "before").position();
    scene.append(AppendCondition.any(), "a", "b", "c");

    List<RecordedEvent> seen = new ArrayList<>();
    GlobalPosition last = before;
    for (int i = 0; i < 100; i++) { // others may write, but not for ever
      List<RecordedEvent> page = scene.store().pageOfAll(last, 2);
      if (page.isEmpty()) {
        break;
      }
      Expect.that("a page has at most 2 events", page.size() <= 2);
      seen.addAll(page);
      last = page.get(page.size() - 1).position();
    }
    Expect.equal(
        "the events",
        Scene.texts(seen.stream().filter(event -> event.stream().equals(scene.stream()))),
        List.of("a", "b", "c"));
  }

  private static void same(Scene scene) {
    scene.append(AppendCondition.any(), "a");
    scene.append(AppendCondition.any(), "b");

    List<RecordedEvent> all = scene.all();
    Expect.equal("how many", all.size(), 2);
    Expect.equal("its events", scene.store().read(scene.stream()).toList(), all);
  }

  private static void manyStreams(Scene scene) {
    List<String> texts =
        IntStream.range(0, StreamReader.PAGE / 10 + 1).mapToObj(Integer::toString).toList();
    List<String> expected = new ArrayList<>();
    for (String text : texts) {
      String[] ten = IntStream.range(0, 10).mapToObj(i -> text + "-" + i).toArray(String[]::new);
      scene.appendTo("s" + text, ten);
      expected.addAll(List.of(ten));
    }

    Expect.equal("the events", Scene.texts(scene.all().stream()), expected);
  }

  private static void watermark(Scene scene) {
    AppendResult appended = scene.append(AppendCondition.any(), "a");
    Expect.that("an event has a position", appended.position().value() > 0);

    Watermark watermark = scene.store().watermark();
    Expect.that(
        "%s is at least %s".formatted(watermark.position(), appended.position()),
        watermark.position().compareTo(appended.position()) >= 0);
    Expect.that(
        "the head %s is at least %s".formatted(watermark.head(), watermark.position()),
        watermark.head().compareTo(watermark.position()) >= 0);
  }

  private static void otherTypes(Scene scene) {
    scene.append(AppendCondition.any(), "a");
    scene
        .store()
        .append(scene.stream(), AppendCondition.any(), List.of(scene.event(new Counted(1))));
    EventRevision never = new EventRevision("orchestrix.testkit.never", 1);

    Set<EventRevision> others = scene.store().otherTypes(Set.of(NOTED, COUNTED, never));
    Set<EventRevision> later = scene.store().otherTypes(Set.of(NOTED));

    Expect.that(
        others + " holds none of them", !others.contains(NOTED) && !others.contains(COUNTED));
    Expect.that(later + " holds what is not known any more", later.contains(COUNTED));
    Expect.that(
        later + " holds neither what is known nor what was never stored",
        !later.contains(NOTED) && !later.contains(never));
  }
}
