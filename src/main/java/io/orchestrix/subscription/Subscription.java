package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;

/**
 * A durable, ordered consumer of all events.
 *
 * @param name unique in the store; its checkpoints are kept under it
 * @param handler what it does with events
 * @param sequencing which events have to stay in order; those of a stream, if nothing else is said
 * @param segments how many parts it is divided into, which nodes share; with one, all events are
 *     handled in the order of the store
 * @param batch how much is done in one transaction
 * @param start where it begins when it is new
 * @param replayedTo events up to here are replays when it is new
 * @param bound how far it may go
 */
public record Subscription(
    String name,
    EventHandler handler,
    Sequencing sequencing,
    int segments,
    BatchLimit batch,
    GlobalPosition start,
    GlobalPosition replayedTo,
    Bound bound) {

  /** A name takes no more characters. */
  public static final int LONGEST_NAME = 200;

  /** There are no more segments. */
  public static final int MOST_SEGMENTS = 256;

  public Subscription {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "The name of a subscription has 1 to %d characters: '%s'".formatted(LONGEST_NAME, name));
    }
    if (segments < 1 || segments > MOST_SEGMENTS) {
      throw new IllegalArgumentException(
          "A subscription has 1 to %d segments, not %d: %s"
              .formatted(MOST_SEGMENTS, segments, name));
    }
  }
}
