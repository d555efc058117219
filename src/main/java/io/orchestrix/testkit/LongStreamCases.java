package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamReader;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams of more than one page. */
final class LongStreamCases {

  private static final List<String> TEXTS =
      IntStream.rangeClosed(1, StreamReader.PAGE + 2).mapToObj(Integer::toString).toList();

  private LongStreamCases() {}

  static void addTo(Cases cases) {
    cases
        .add("a long stream is read whole, in both directions", LongStreamCases::whole)
        .add("a long stream is read in pages as it is consumed", LongStreamCases::lazily);
  }

  private static void append(Scene scene) {
    scene
        .store()
        .append(
            scene.stream(), AppendCondition.noStream(), TEXTS.stream().map(scene::noted).toList());
  }

  private static void whole(Scene scene) {
    append(scene);
    List<String> backwards = new ArrayList<>(TEXTS);
    Collections.reverse(backwards);

    scene.expectTexts(TEXTS.toArray(String[]::new));
    Expect.equal(
        "backwards",
        Scene.texts(
            scene
                .store()
                .read(scene.stream(), StreamRange.ALL.backwards())
                .limit(3L * StreamReader.PAGE)),
        backwards);
    Expect.equal("among all events", Scene.texts(scene.all().stream()), TEXTS);
  }

  private static void lazily(Scene scene) {
    append(scene);
    Iterator<RecordedEvent> stream = limited(scene.store().read(scene.stream()));
    Iterator<RecordedEvent> all = limited(scene.store().readAll(GlobalPosition.START, scene.own()));
    stream.next();
    all.next();

    scene.append(AppendCondition.any(), "meanwhile");

    Expect.equal("the last of the stream", Scene.texts(lastOf(stream)), List.of("meanwhile"));
    Expect.equal("the last of all", Scene.texts(lastOf(all)), List.of("meanwhile"));
  }

  /** A faulty store may go round in a circle. */
  private static Iterator<RecordedEvent> limited(Stream<RecordedEvent> events) {
    return events.limit(3L * StreamReader.PAGE).iterator();
  }

  private static Stream<RecordedEvent> lastOf(Iterator<RecordedEvent> events) {
    List<RecordedEvent> rest = new ArrayList<>();
    events.forEachRemaining(rest::add);
    return rest.subList(Math.max(0, rest.size() - 1), rest.size()).stream();
  }
}
