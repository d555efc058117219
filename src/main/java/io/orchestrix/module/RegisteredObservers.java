package io.orchestrix.module;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Calls registered observers with what was stored; what they cause names the event as its cause.
 * Thread-safe.
 */
public final class RegisteredObservers implements EventPublisher {

  private final List<Registered.Observer> observers;
  private final CurrentMessage current;
  private final @Nullable Random order;

  /**
   * @param order of the observers of an event; {@code null} for that of their registration
   */
  public RegisteredObservers(
      List<Registered.Observer> observers, CurrentMessage current, @Nullable Random order) {
    this.observers = List.copyOf(observers);
    this.current = current;
    this.order = order;
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    if (observers.isEmpty()) {
      return;
    }
    for (RecordedEvent recorded : appended) {
      current.runWithin(
          Origin.of(recorded.metadata()),
          current.attempt(),
          () -> recorded.payloads().forEach(event -> tell(event, recorded)));
    }
  }

  private void tell(Event event, RecordedEvent recorded) {
    List<Registered.Observer> fitting = new ArrayList<>();
    for (Registered.Observer observer : observers) {
      if (observer.event().isInstance(event)) {
        fitting.add(observer);
      }
    }
    if (order != null) {
      Collections.shuffle(fitting, order);
    }
    fitting.forEach(observer -> observer.observer().accept(event, recorded));
  }
}
