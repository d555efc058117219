package io.orchestrix.eventstore;

import java.util.List;

/**
 * Is told of the events of each append, inside the unit of work of the append.
 *
 * <p>Called on the thread that appends, once the events are stored but before they are committed:
 * what it reads of their streams has them, and what it does in the same unit of work is kept or
 * undone with them. An exception makes the append fail and rolls its unit of work back. A repeated
 * append that stores nothing tells nothing. An implementation is thread-safe.
 */
@FunctionalInterface
public interface EventPublisher {

  /** Tells nobody. */
  EventPublisher NONE = appended -> {};

  /** Tells several, one after the other. */
  static EventPublisher all(EventPublisher... several) {
    List<EventPublisher> all = List.of(several);
    return appended -> all.forEach(each -> each.publish(appended));
  }

  /**
   * Events were appended.
   *
   * @param appended all of one append, at least one, in the order of their positions; each with the
   *     payload that it was appended with
   */
  void publish(List<RecordedEvent> appended);
}
