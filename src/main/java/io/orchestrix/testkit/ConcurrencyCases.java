package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Several writers at the same time. */
final class ConcurrencyCases {

  private static final int WRITERS = 8;
  private static final int EACH = 10;

  private ConcurrencyCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "of those who make the same stream exactly one wins",
            scene -> oneWins(scene, AppendCondition.noStream(), 0))
        .add(
            "of those who append to the same version exactly one wins",
            scene -> {
              scene.append(AppendCondition.any(), "a", "b");
              oneWins(scene, AppendCondition.atVersion(2), 2);
            })
        .add("nobody loses who appends to any version", ConcurrencyCases::anyVersion)
        .add("appends to the same streams do not block each other", ConcurrencyCases::crosswise);
  }

  private static void oneWins(Scene scene, AppendCondition condition, int before) {
    List<Boolean> won = Writers.race(WRITERS, number -> scene.append(condition, "w" + number));

    Expect.equal("winners", Collections.frequency(won, true), 1);
    List<String> texts = Scene.texts(scene.store().read(scene.stream()));
    Expect.equal("how many events", texts.size(), before + 1);
    Expect.equal("the last one", texts.get(before), "w" + won.indexOf(true));
  }

  private static void anyVersion(Scene scene) {
    Writers.race(
        WRITERS,
        number -> {
          for (int i = 0; i < EACH; i++) {
            String text = "w" + number + "-" + i;
            List<NewEvent> events = scene.notes(text, text + "+");
            Writers.retrying(
                () -> scene.store().append(scene.stream(), AppendCondition.any(), events));
          }
        });

    List<RecordedEvent> read = scene.store().read(scene.stream()).toList();
    int all = WRITERS * EACH * 2;
    Expect.equal(
        "the versions",
        read.stream().map(RecordedEvent::version).toList(),
        LongStream.rangeClosed(1, all).boxed().toList());
    List<String> texts = Scene.texts(read.stream());
    Expect.equal("how many different ones", new TreeSet<>(texts).size(), all);
    for (int number = 0; number < WRITERS; number++) {
      String writer = "w" + number + "-";
      Expect.equal(
          "what one writer wrote",
          texts.stream().filter(text -> text.startsWith(writer)).toList(),
          IntStream.range(0, EACH)
              .boxed()
              .flatMap(i -> List.of(writer + i, writer + i + "+").stream())
              .toList());
    }
    Expect.equal("the order of all events", scene.all(), read);
  }

  private static void crosswise(Scene scene) {
    Writers.race(
        WRITERS,
        number -> {
          List<String> keys = number % 2 == 0 ? List.of("one", "two") : List.of("two", "one");
          for (int i = 0; i < EACH; i++) {
            List<Append> appends =
                keys.stream()
                    .map(
                        key ->
                            new Append(scene.stream(key), AppendCondition.any(), scene.notes("a")))
                    .toList();
            Writers.retrying(() -> scene.store().append(appends));
          }
        });

    for (String key : List.of("one", "two")) {
      Expect.equal(
          "the version of " + key, scene.info(scene.stream(key)).version(), (long) WRITERS * EACH);
    }
  }
}
