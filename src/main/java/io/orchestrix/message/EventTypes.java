package io.orchestrix.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The event types that the application knows: logical name and revision to class and back.
 *
 * <p>No other class is ever loaded for a stored event, whatever the store says. Immutable.
 */
public final class EventTypes {

  private final Map<String, KnownEvent> byName = new HashMap<>();
  private final Map<Class<?>, KnownEvent> byClass = new LinkedHashMap<>();

  /**
   * Knows these classes by their names and aliases. {@link RawEvent} may be among them; it is never
   * written, and so it is left out.
   *
   * @throws InvalidEventTypeException the first of their {@link #mistakes}
   */
  public EventTypes(Collection<? extends Class<? extends Event>> classes) {
    for (InvalidEventTypeException mistake : mistakes(classes)) {
      throw mistake;
    }
    for (Class<? extends Event> type : classes) {
      if (type != RawEvent.class) {
        KnownEvent known = KnownEvent.of(type);
        byClass.put(type, known);
        EventTypeRules.names(type).forEach(name -> byName.put(name, known));
      }
    }
  }

  /** All that keeps events of these classes from being stored and read again; empty if nothing. */
  public static List<InvalidEventTypeException> mistakes(Collection<? extends Class<?>> classes) {
    return EventTypeRules.mistakes(classes);
  }

  /** The logical name of an event class: its {@link EventType}, or else its simple name. */
  public static String nameOf(Class<?> type) {
    EventType annotation = type.getAnnotation(EventType.class);
    return annotation == null || annotation.value().isEmpty()
        ? type.getSimpleName()
        : annotation.value();
  }

  /**
   * The name of a known event.
   *
   * @throws UnknownEventTypeException if the application does not know its class
   */
  public String name(Event event) {
    return revision(event).type();
  }

  /**
   * The name and revision under which a known event is written.
   *
   * @throws UnknownEventTypeException if the application does not know its class
   */
  public EventRevision revision(Event event) {
    if (event instanceof RawEvent raw) {
      throw UnknownEventTypeException.ofRaw(raw);
    }
    return revision(event.getClass());
  }

  /** The classes that are known. */
  public Set<Class<? extends Event>> classes() {
    return byClass.values().stream().map(KnownEvent::type).collect(Collectors.toUnmodifiableSet());
  }

  /** The name and revision under which events of a known class are written. */
  public EventRevision revision(Class<? extends Event> type) {
    KnownEvent known = byClass.get(type);
    if (known == null) {
      throw UnknownEventTypeException.ofClass(type);
    }
    return known.current();
  }

  /** Every type that the application knows, in the revision that it writes. */
  public Set<EventRevision> written() {
    return byClass.values().stream()
        .map(KnownEvent::current)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of those that other systems may send. */
  public Set<String> integrationEvents() {
    return byClass.values().stream()
        .filter(known -> known.type().isAnnotationPresent(IntegrationEvent.class))
        .map(known -> known.current().type())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is known by a name or alias. */
  @Nullable KnownEvent find(String name) {
    return byName.get(name);
  }

  /** All that is known, each class once. */
  Collection<KnownEvent> known() {
    return byClass.values();
  }

  /** The known names in their order, for people. */
  Set<String> names() {
    return written().stream()
        .map(EventRevision::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
