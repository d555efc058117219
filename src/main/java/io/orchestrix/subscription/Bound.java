package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;

/** How far a subscription may go for now. Thread-safe. */
@FunctionalInterface
public interface Bound {

  /** As far as there are events. */
  Bound NONE = segment -> new GlobalPosition(Long.MAX_VALUE);

  /** The last event that a segment may pass; asked again and again. */
  GlobalPosition of(int segment);
}
