package io.orchestrix.message;

/**
 * An event class and what it writes.
 *
 * @param type the class
 * @param current its name and revision
 */
record KnownEvent(Class<? extends Event> type, EventRevision current) {

  static KnownEvent of(Class<? extends Event> type) {
    EventType annotation = type.getAnnotation(EventType.class);
    int revision = annotation == null ? 1 : annotation.revision();
    return new KnownEvent(type, new EventRevision(EventTypes.nameOf(type), revision));
  }
}
