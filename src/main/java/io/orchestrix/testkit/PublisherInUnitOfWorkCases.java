package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A publisher belongs to the unit of work of the append. */
final class PublisherInUnitOfWorkCases {

  private PublisherInUnitOfWorkCases() {}

  static void addTo(
      Cases cases, Function<EventPublisher, EventStore> stores, UnitOfWork unitOfWork) {
    cases
        .add(
            "a publisher is told inside the unit of work of the append",
            scene -> inside(new Told(stores), unitOfWork))
        .add(
            "what a publisher appends is undone with what it was told of",
            scene -> undone(new Told(stores), unitOfWork))
        .add(
            "a publisher that fails dooms the unit of work",
            scene -> dooms(new Told(stores), unitOfWork));
  }

  private static void inside(Told told, UnitOfWork unitOfWork) {
    List<Object> keys = new ArrayList<>();
    told.then(scene -> keys.add(unitOfWork.key()));

    told.scene().append(AppendCondition.any(), "alone");
    Object key =
        unitOfWork.get(
            () -> {
              told.scene().append(AppendCondition.any(), "joined");
              return unitOfWork.key();
            });

    Expect.equal("how often it was told", keys.size(), 2);
    Expect.equal("the unit of work that was joined", keys.get(1), key);
  }

  private static void undone(Told told, UnitOfWork unitOfWork) {
    IllegalStateException failure = new IllegalStateException("undo");
    told.then(
        scene -> {
          if (told.appends().size() == 1) { // or it would answer itself
            scene.appendTo("two", "answer");
          }
        });

    Expect.thrown(
        IllegalStateException.class,
        () ->
            unitOfWork.get(
                () -> {
                  told.scene().append(AppendCondition.any(), "a");
                  told.scene().expectTexts(told.scene().stream("two"), "answer");
                  throw failure;
                }));

    Expect.equal("what it was told", told.texts(), List.of("a", "answer"));
    Expect.equal("all events", told.scene().all(), List.of());
  }

  private static void dooms(Told told, UnitOfWork unitOfWork) {
    IllegalStateException failure = new IllegalStateException("no");
    Expect.thrown(
        RolledBackException.class,
        () ->
            unitOfWork.get(
                () -> {
                  told.scene().append(AppendCondition.any(), "a");
                  told.then(
                      scene -> {
                        throw failure;
                      });
                  return Expect.thrown(
                      IllegalStateException.class,
                      () -> told.scene().append(AppendCondition.any(), "b"));
                }));

    Expect.equal("all events", told.scene().all(), List.of());
    told.scene().expectTexts();
  }
}
