package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Future;

/** What readers see of appends that have not ended. */
final class OvertakingCases {

  private OvertakingCases() {}

  static void addTo(Cases cases, UnitOfWork unitOfWork) {
    cases
        .add(
            "an append is not seen before its unit of work ends",
            scene -> {
              unitOfWork.get(
                  () -> {
                    AppendResult open = scene.appendTo("one", "a");
                    Writers.await(Writers.start(() -> unseen(scene, open)));
                    return open;
                  });
              Expect.equal("all events", Scene.texts(scene.all().stream()), List.of("a"));
            })
        .add(
            "nobody reads all events before they are committed, not even who appends them",
            scene -> {
              GlobalPosition before = scene.appendTo("one", "a").position();
              unitOfWork.get(
                  () -> {
                    AppendResult open = scene.appendTo("one", "b");
                    Expect.equal(
                        "all events", scene.store().pageOfAll(before, scene.own(), 9), List.of());
                    beforeWatermark(scene, open);
                    return open;
                  });
              Expect.equal("all events", Scene.texts(scene.all().stream()), List.of("a", "b"));
            })
        .add(
            "a reader skips nobody who ends late",
            scene -> {
              GlobalPosition before = scene.appendTo("before", "x").position();
              Reader reader = new Reader(scene, before);
              Future<AppendResult> fast =
                  unitOfWork.get(
                      () -> {
                        scene.appendTo("late", "late");
                        Future<AppendResult> other =
                            Writers.start(() -> scene.appendTo("fast", "fast"));
                        Writers.giveTime(other);
                        Writers.await(Writers.start(reader::read));
                        return other;
                      });
              Writers.await(fast);
              reader.read();
              reader.expect("fast", "late");
            });
  }

  private static boolean unseen(Scene scene, AppendResult open) {
    Expect.equal("its events", scene.store().read(open.stream()).toList(), List.of());
    Expect.equal("all events", scene.all(), List.of());
    beforeWatermark(scene, open);
    return true;
  }

  private static void beforeWatermark(Scene scene, AppendResult open) {
    Watermark watermark = scene.store().watermark();
    Expect.that(
        "the watermark %s is before %s".formatted(watermark.position(), open.position()),
        watermark.position().compareTo(open.position()) < 0);
  }

  /** Goes on from where it was. */
  private static final class Reader {

    private final Scene scene;
    private final List<RecordedEvent> seen = new ArrayList<>();
    private GlobalPosition last;

    Reader(Scene scene, GlobalPosition start) {
      this.scene = scene;
      this.last = start;
    }

    boolean read() {
      List<RecordedEvent> page = scene.store().pageOfAll(last, scene.own(), 100);
      seen.addAll(page);
      if (!page.isEmpty()) {
        last = page.get(page.size() - 1).position();
      }
      return true;
    }

    void expect(String... texts) {
      List<String> inAnyOrder = Scene.texts(seen.stream()).stream().sorted().toList();
      Expect.equal("what it saw", inAnyOrder, List.of(texts));
      List<GlobalPosition> positions = seen.stream().map(RecordedEvent::position).toList();
      Expect.equal("the positions", positions, List.copyOf(new TreeSet<>(positions)));
    }
  }
}
