package io.orchestrix.cdi;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The event classes that discovery found, each to be known by one name. */
final class EventClasses {

  private final Set<Class<?>> annotated = new LinkedHashSet<>();

  void found(Class<?> type) {
    annotated.add(type);
  }

  /** The names of these classes and of those that aggregates see; of the sound ones only. */
  EventTypes names(Stream<Class<? extends Event>> ofAggregates, Mistakes mistakes) {
    Set<Class<?>> candidates = new LinkedHashSet<>(annotated);
    ofAggregates.forEach(candidates::add);
    Set<Class<? extends Event>> events = new LinkedHashSet<>();
    for (Class<?> candidate : candidates) {
      try {
        events.add(EventTypes.check(candidate));
      } catch (OrchestrixException e) {
        mistakes.add(Mistake.of(e));
      }
    }
    try {
      return new EventTypes(events);
    } catch (IllegalArgumentException e) {
      mistakes.add(Mistake.sameEventType(String.valueOf(e.getMessage())));
      return new EventTypes(Set.of());
    }
  }
}
