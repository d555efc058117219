package io.orchestrix.subscription;

import io.orchestrix.eventstore.GlobalReader;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;

/** The events that a segment may pass next. Used by one thread. */
final class NextEvents {

  private final Subscription subscription;
  private final int segment;
  private final EventFeed feed;
  private final GlobalReader store;
  private final SegmentProgress progress;
  private final BatchSize size;

  NextEvents(Subscription subscription, SegmentTask task, EventFeed feed, GlobalReader store) {
    this.subscription = subscription;
    this.segment = task.claim().id().segment();
    this.feed = feed;
    this.store = store;
    this.progress = task.progress();
    this.size = task.size();
  }

  /** Those there are; without any it has passed all that it may. */
  List<RecordedEvent> get() {
    return isBounded() ? inBound() : feed.after(progress.position(), lookAhead());
  }

  boolean isBounded() {
    return subscription.bound() != Bound.NONE;
  }

  /** Asks for the bound first: what is within it can be read, even if the feed does not know. */
  private List<RecordedEvent> inBound() {
    GlobalPosition bound = subscription.bound().of(segment);
    GlobalPosition position = progress.position();
    List<RecordedEvent> next = feed.after(position, lookAhead());
    if (next.isEmpty() && position.compareTo(bound) < 0) {
      next = store.feed(position, bound, lookAhead());
    }
    List<RecordedEvent> allowed =
        next.stream().filter(event -> event.position().compareTo(bound) <= 0).toList();
    if (allowed.isEmpty() && position.compareTo(bound) < 0) {
      progress.skipTo(bound);
    }
    return allowed;
  }

  /** How many events are to be looked at to fill a batch. */
  private int lookAhead() {
    int full = subscription.batch().events();
    return size.limit() == full ? Math.max(full, EventChunk.FULL) : size.limit();
  }
}
