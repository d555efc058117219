package io.orchestrix.testkit;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Remembers what a store tells, and the scene around that store. */
final class Told implements EventPublisher {

  private final List<List<RecordedEvent>> appends = new CopyOnWriteArrayList<>();
  private final Scene scene;
  private volatile Consumer<Scene> then = around -> {};

  Told(Function<EventPublisher, EventStore> stores) {
    this.scene = new Scene(stores.apply(this));
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    appends.add(List.copyOf(appended));
    then.accept(scene);
  }

  Scene scene() {
    return scene;
  }

  /** What it does when it is told something, from now on. */
  void then(Consumer<Scene> work) {
    then = work;
  }

  /** What it was told, append by append. */
  List<List<RecordedEvent>> appends() {
    return List.copyOf(appends);
  }

  List<String> texts() {
    return Scene.texts(appends.stream().flatMap(List::stream));
  }
}
