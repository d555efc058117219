package io.orchestrix.testkit;

import static io.orchestrix.eventstore.StreamState.DELETED;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** A store that takes part in units of work. */
final class UnitOfWorkCases {

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private UnitOfWorkCases() {}

  static void addTo(Cases cases, UnitOfWork unitOfWork) {
    cases
        .add(
            "an append is undone with its unit of work",
            scene -> {
              undone(unitOfWork, () -> scene.append(AppendCondition.any(), "a", "b"));
              scene.expectTexts();
              Expect.equal("info", scene.store().info(scene.stream()), Optional.empty());
              scene.append(AppendCondition.noStream(), "c");
              scene.expectTexts("c");
            })
        .add(
            "what is changed of a stream is undone with its unit of work",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              undone(unitOfWork, () -> scene.store().archive(scene.stream()));
              undone(unitOfWork, () -> scene.store().delete(scene.stream()));
              scene.expectTexts("a");
              Expect.equal("state", scene.info(scene.stream()).state(), StreamState.ACTIVE);
            })
        .add(
            "what is changed of a stream is not seen before its unit of work ends",
            scene -> {
              scene.append(AppendCondition.any(), "a");
              unitOfWork.run(
                  () -> {
                    scene.store().archive(scene.stream());
                    elsewhere(() -> active(scene));
                    scene.store().delete(scene.stream());
                    elsewhere(() -> active(scene));
                    scene.expectTexts();
                    Expect.equal("own state", scene.info(scene.stream()).state(), DELETED);
                  });
              scene.expectTexts();
              Expect.equal("all events", scene.all(), List.of());
              Expect.equal("state", scene.info(scene.stream()).state(), DELETED);
            })
        .add("a unit of work sees its own appends", scene -> sees(scene, unitOfWork))
        .add(
            "a unit of work repeats an append whose condition has come to fail",
            scene -> {
              List<NewEvent> events = scene.notes("a");
              AppendResult first =
                  scene.store().append(scene.stream(), AppendCondition.noStream(), events);
              AppendResult again =
                  unitOfWork.get(
                      () ->
                          scene.store().append(scene.stream(), AppendCondition.noStream(), events));
              Expect.equal("the answer", again, first);
              scene.expectTexts("a");
            })
        .add("a locked stream keeps other appends waiting", scene -> locked(scene, unitOfWork));
  }

  private static void elsewhere(Runnable work) {
    Writers.await(
        Writers.start(
            () -> {
              work.run();
              return true;
            }));
  }

  private static void active(Scene scene) {
    scene.expectTexts("a");
    Expect.equal("all events", Scene.texts(scene.all().stream()), List.of("a"));
    Expect.equal("state", scene.info(scene.stream()).state(), StreamState.ACTIVE);
  }

  private static void undone(UnitOfWork unitOfWork, Runnable work) {
    Expect.thrown(
        Undone.class,
        () ->
            unitOfWork.run(
                () -> {
                  work.run();
                  throw new Undone();
                }));
  }

  private static void locked(Scene scene, UnitOfWork unitOfWork) {
    scene.append(AppendCondition.any(), "a");
    Future<AppendResult> other =
        unitOfWork.get(
            () -> {
              Expect.equal("its version", scene.store().lock(scene.stream()), 1L);
              Future<AppendResult> started =
                  Writers.start(() -> scene.append(AppendCondition.any(), "other"));
              Writers.giveTime(started);
              scene.append(AppendCondition.atVersion(1), "b");
              return started;
            });
    Writers.await(other);
    scene.expectTexts("a", "b", "other");
  }

  private static void sees(Scene scene, UnitOfWork unitOfWork) {
    unitOfWork.run(
        () -> {
          scene.append(AppendCondition.noStream(), "a");
          scene.append(AppendCondition.atVersion(1), "b");
          scene.expectTexts("a", "b");
          Expect.equal("its version", scene.info(scene.stream()).version(), 2L);
        });
    scene.expectTexts("a", "b");
  }
}
