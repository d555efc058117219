package io.orchestrix.message;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a class must be so that its events can be stored and read again under its names. */
final class EventTypeRules {

  /** How many characters of a name the tables hold. */
  static final int LONGEST = 255;

  private EventTypeRules() {}

  /** All that is wrong with these classes, each by itself and among each other. */
  static List<InvalidEventTypeException> mistakes(Collection<? extends Class<?>> types) {
    List<InvalidEventTypeException> mistakes = new ArrayList<>();
    Map<String, Class<?>> owners = new HashMap<>();
    Set<Class<?>> candidates = new LinkedHashSet<>(types);
    candidates.remove(RawEvent.class); // it has no name of its own
    for (Class<?> type : candidates) {
      Optional<String> obstacle = obstacle(type);
      if (obstacle.isPresent()) {
        mistakes.add(InvalidEventTypeException.noEvent(type, obstacle.get()));
        continue;
      }
      mistakes.addAll(ofAnnotation(type));
      TagRules.mistakes(type).forEach(mistakes::add);
      for (String name : names(type)) {
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null) {
          mistakes.add(InvalidEventTypeException.sameName(owner, type, name));
        }
      }
    }
    return mistakes;
  }

  private static Optional<String> obstacle(Class<?> type) {
    if (!Event.class.isAssignableFrom(type)) {
      return Optional.of("does not implement Event");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return Optional.of(type.isInterface() ? "is an interface" : "is abstract");
    }
    return Optional.empty();
  }

  private static List<InvalidEventTypeException> ofAnnotation(Class<?> type) {
    List<InvalidEventTypeException> mistakes = new ArrayList<>();
    String name = EventTypes.nameOf(type);
    flaw(name).ifPresent(flaw -> mistakes.add(InvalidEventTypeException.badName(type, name, flaw)));
    EventType annotation = type.getAnnotation(EventType.class);
    if (annotation == null) {
      return mistakes;
    }
    if (annotation.revision() < 1) {
      mistakes.add(InvalidEventTypeException.badRevision(type, annotation.revision()));
    }
    Set<String> earlier = new LinkedHashSet<>(Set.of(name));
    for (String alias : annotation.aliases()) {
      Optional<String> flaw = flaw(alias);
      if (flaw.isEmpty() && !earlier.add(alias)) {
        flaw = Optional.of(alias.equals(name) ? "is its name already" : "is named twice");
      }
      flaw.ifPresent(
          reason -> mistakes.add(InvalidEventTypeException.badAlias(type, alias, reason)));
    }
    return mistakes;
  }

  private static Optional<String> flaw(String name) {
    if (name.isBlank()) {
      return Optional.of("is blank");
    }
    if (name.length() > LONGEST) {
      return Optional.of("is %d characters long".formatted(name.length()));
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? Optional.of("holds a control character")
        : Optional.empty();
  }

  /** The name of an event class and its aliases. */
  static Set<String> names(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    names.add(EventTypes.nameOf(type));
    EventType annotation = type.getAnnotation(EventType.class);
    if (annotation != null) {
      names.addAll(List.of(annotation.aliases()));
    }
    return names;
  }
}
