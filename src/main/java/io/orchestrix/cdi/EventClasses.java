package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.InvalidEventTypeException;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The event classes that discovery found, each to be known by its names. */
final class EventClasses {

  private final Set<Class<?>> annotated = new LinkedHashSet<>();

  void found(Class<?> type) {
    annotated.add(type);
  }

  /** Those that events may be of, and not only their supertypes. */
  static Stream<Class<? extends Event>> concrete(Stream<? extends Class<?>> types) {
    return types
        .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
        .map(type -> type.asSubclass(Event.class));
  }

  /** The names of these classes and of those that aggregates see; of none if one is faulty. */
  EventTypes names(Stream<Class<? extends Event>> ofAggregates, Mistakes mistakes) {
    Set<Class<?>> candidates = new LinkedHashSet<>(annotated);
    ofAggregates.forEach(candidates::add);
    List<InvalidEventTypeException> found = EventTypes.mistakes(candidates);
    mistakes.addAll(found.stream().map(Mistake::of));
    Stream<Class<?>> sound = found.isEmpty() ? candidates.stream() : Stream.empty();
    return new EventTypes(
        sound.<Class<? extends Event>>map(c -> c.asSubclass(Event.class)).toList());
  }
}
