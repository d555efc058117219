package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a publisher is told, and what becomes of an append when it fails. */
final class PublisherCases {

  private PublisherCases() {}

  static void addTo(Cases cases, Function<EventPublisher, EventStore> stores) {
    cases
        .add(
            "a publisher is told the events of each append, in the order of their positions",
            scene -> inOrder(new Told(stores)))
        .add(
            "a publisher is told nothing of events that were stored before",
            scene -> repeated(new Told(stores)))
        .add(
            "a publisher is told nothing of an append that is refused",
            scene -> refused(new Told(stores)))
        .add("a publisher sees what it is told of", scene -> sees(new Told(stores)))
        .add(
            "what a publisher throws leaves as it is, and nothing is appended",
            scene -> {
              Told told = new Told(stores);
              fails(told, new IllegalStateException("no"));
              fails(told, StoreException.duplicateEvent(told.scene().stream(), null));
              fails(
                  told,
                  new AppendConflictException(
                      told.scene().stream(), AppendCondition.any(), new IllegalStateException()));
            });
  }

  private static void inOrder(Told told) {
    Scene scene = told.scene();
    scene.appendTo("two", "a", "b");
    scene
        .store()
        .append(
            List.of(
                new Append(scene.stream("two"), AppendCondition.any(), scene.notes("c")),
                new Append(scene.stream("one"), AppendCondition.any(), scene.notes("d", "e"))));
    scene.appendTo("one", "f");

    Expect.equal(
        "how many events it was told at once",
        told.appends().stream().map(List::size).toList(),
        List.of(2, 3, 1));
    Expect.equal(
        "what it was told", told.appends().stream().flatMap(List::stream).toList(), scene.all());
  }

  private static void repeated(Told told) {
    Scene scene = told.scene();
    List<NewEvent> events = scene.notes("a");
    Append again = new Append(scene.stream(), AppendCondition.any(), events);
    scene.store().append(List.of(again));
    scene.store().append(List.of(again));
    scene
        .store()
        .append(
            List.of(
                again, new Append(scene.stream("two"), AppendCondition.any(), scene.notes("b"))));

    Expect.equal("what it was told", told.texts(), List.of("a", "b"));
    Expect.equal("how often", told.appends().size(), 2);
  }

  private static void refused(Told told) {
    Scene scene = told.scene();
    Expect.thrown(
        AppendConflictException.class, () -> scene.append(AppendCondition.streamExists(), "a"));

    Expect.equal("what it was told", told.appends(), List.of());
  }

  private static void sees(Told told) {
    told.then(scene -> scene.expectTexts("a", "b"));

    told.scene().append(AppendCondition.any(), "a", "b");

    Expect.equal("what it was told", told.texts(), List.of("a", "b"));
  }

  private static void fails(Told told, RuntimeException failure) {
    Scene scene = told.scene();
    int before = told.appends().size();
    told.then(
        around -> {
          throw failure;
        });

    RuntimeException thrown =
        Expect.thrown(
            RuntimeException.class, () -> scene.append(AppendCondition.noStream(), "a", "b"));

    Expect.that("'%s' leaves as it is, not as '%s'".formatted(failure, thrown), thrown == failure);
    Expect.equal("how often it was told", told.appends().size() - before, 1);
    scene.expectTexts();
    Expect.equal("all events", scene.all(), List.of());
    Expect.equal("info", scene.store().info(scene.stream()), Optional.empty());
  }
}
