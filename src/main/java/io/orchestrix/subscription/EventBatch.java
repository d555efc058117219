package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Events that are handled in one transaction, in their order. It ends early when its time is over;
 * what is left comes with the next one. Used by one thread.
 */
public final class EventBatch implements Iterator<RecordedEvent> {

  private final List<RecordedEvent> events;
  private final GlobalPosition replayedTo;
  private final long endsAt;
  private int next;
  private boolean isHandled;

  /**
   * @param replayedTo events up to here were handled before
   * @param endsAt when no further event is begun, by {@link System#nanoTime}
   */
  EventBatch(List<RecordedEvent> events, GlobalPosition replayedTo, long endsAt) {
    this.events = events;
    this.replayedTo = replayedTo;
    this.endsAt = endsAt;
  }

  /** Events that have to be handled now, whatever time it takes; for the first time. */
  public static EventBatch of(List<RecordedEvent> events) {
    return of(events, GlobalPosition.START);
  }

  /**
   * Events that have to be handled now, whatever time it takes.
   *
   * @param replayedTo events up to here were handled before
   */
  public static EventBatch of(List<RecordedEvent> events, GlobalPosition replayedTo) {
    return new EventBatch(events, replayedTo, Long.MAX_VALUE);
  }

  /** Whether there is another event, and time for it; there is always time for the first. */
  @Override
  public boolean hasNext() {
    return next < events.size()
        && (next == 0 || (endsAt == Long.MAX_VALUE || System.nanoTime() - endsAt < 0));
  }

  @Override
  public RecordedEvent next() {
    if (next == events.size()) {
      throw new NoSuchElementException();
    }
    return events.get(next++);
  }

  /** Whether the event that was taken last was handled before, and is replayed now. */
  public boolean isReplayed() {
    RecordedEvent current = current();
    return current != null && current.position().compareTo(replayedTo) <= 0;
  }

  /** The event that was taken last; {@code null} before the first. */
  @Nullable RecordedEvent current() {
    return next == 0 ? null : events.get(next - 1);
  }

  /** The handler has returned. */
  void handled() {
    isHandled = true;
  }

  /** Whether what fails now is no single event. */
  boolean isHandled() {
    return isHandled;
  }

  /** How many were taken. */
  int taken() {
    return next;
  }

  /** Whether all were taken. */
  boolean isExhausted() {
    return next == events.size();
  }
}
