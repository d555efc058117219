package io.orchestrix.message;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The event types that the application knows: logical name to class and back.
 *
 * <p>No other class is ever loaded for a stored event, whatever the store says. Immutable.
 */
public final class EventTypes {

  /** How many characters of a name the tables hold. */
  static final int LONGEST = 255;

  private final Map<String, Class<? extends Event>> byName = new LinkedHashMap<>();
  private final Map<Class<?>, String> byClass = new HashMap<>();

  /**
   * Knows these classes by their names.
   *
   * @throws IllegalArgumentException if two classes share a name, naming both
   */
  public EventTypes(Collection<Class<? extends Event>> classes) {
    for (Class<? extends Event> type : classes) {
      String name = nameOf(type);
      Class<?> other = byName.putIfAbsent(name, type);
      if (other != null && other != type) {
        throw new IllegalArgumentException(
            "%s and %s share the event type name '%s'. Give one of them another name with @EventType."
                .formatted(other.getName(), type.getName(), name));
      }
      byClass.put(type, name);
    }
  }

  /**
   * Checks that {@code type} can be stored and read again under its name.
   *
   * @throws InvalidEventTypeException if it cannot
   */
  public static Class<? extends Event> check(Class<?> type) {
    if (!Event.class.isAssignableFrom(type)) {
      throw InvalidEventTypeException.noEvent(type, "does not implement Event");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw InvalidEventTypeException.noEvent(
          type, type.isInterface() ? "is an interface" : "is abstract");
    }
    Class<? extends Event> event = type.asSubclass(Event.class);
    String name = nameOf(event);
    if (name.isBlank()) {
      throw InvalidEventTypeException.badName(type, name, "is blank");
    }
    if (name.length() > LONGEST) {
      throw InvalidEventTypeException.badName(
          type, name, "is %d characters long".formatted(name.length()));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw InvalidEventTypeException.badName(type, name, "holds a control character");
    }
    return event;
  }

  /** The logical name of an event class: its {@link EventType}, or else its simple name. */
  public static String nameOf(Class<? extends Event> type) {
    EventType annotation = type.getAnnotation(EventType.class);
    return annotation == null ? type.getSimpleName() : annotation.value();
  }

  /**
   * The name of a known event.
   *
   * @throws UnknownEventTypeException if the application does not know its class
   */
  public String name(Event event) {
    String name = byClass.get(event.getClass());
    if (name == null) {
      throw UnknownEventTypeException.ofClass(event.getClass());
    }
    return name;
  }

  /**
   * The class of a stored event.
   *
   * @throws UnknownEventTypeException if the application knows no class of that name
   */
  public Class<? extends Event> type(String name) {
    Class<? extends Event> type = byName.get(name);
    if (type == null) {
      throw UnknownEventTypeException.ofName(name, new TreeSet<>(byName.keySet()));
    }
    return Objects.requireNonNull(type);
  }
}
