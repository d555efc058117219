package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that were read together: all those after one position up to the last of them. Thread-safe.
 */
final class EventChunk {

  /** How many events are read at once. */
  static final int FULL = 2_000;

  private final long start;
  private final List<RecordedEvent> events;
  private volatile long used;

  /**
   * @param start the position after which they were read
   */
  EventChunk(long start, List<RecordedEvent> events) {
    this.start = start;
    this.events = events;
  }

  long start() {
    return start;
  }

  long last() {
    return events.isEmpty() ? start : positionOf(events.size() - 1);
  }

  int size() {
    return events.size();
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** Whether more may follow. */
  boolean isFull() {
    return events.size() >= FULL;
  }

  /** Which use of any chunk was the last one of this. */
  long used() {
    return used;
  }

  void used(long use) {
    used = use;
  }

  /** The first events after a position that it covers. */
  List<RecordedEvent> after(long position, int atMost) {
    int from = indexAfter(position);
    return events.subList(from, Math.min(events.size(), from + atMost));
  }

  private long positionOf(int index) {
    return events.get(index).position().value();
  }

  private int indexAfter(long position) {
    int from = 0;
    int to = events.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (positionOf(middle) <= position) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** So that a quiet stream of single events does not become a chain of single chunks. */
  boolean canTake(EventChunk following) {
    return last() == following.start && events.size() + following.events.size() < FULL;
  }

  EventChunk with(EventChunk following) {
    List<RecordedEvent> all = new ArrayList<>(events.size() + following.events.size());
    all.addAll(events);
    all.addAll(following.events);
    EventChunk joined = new EventChunk(start, all);
    joined.used = following.used;
    return joined;
  }
}
