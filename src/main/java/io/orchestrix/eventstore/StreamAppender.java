package io.orchestrix.eventstore;

import java.util.List;

/** Appends events to streams. Thread-safe. */
public interface StreamAppender {

  /**
   * Appends to several streams: all of it, or nothing.
   *
   * <p>Joins the transaction of the thread and is undone with it; without one it is a transaction
   * of its own.
   *
   * <p>An event whose id is stored already is not stored again: where that is so for all events of
   * an append, and in its stream, nothing happens to the stream whatever its condition says, and
   * the result tells where they are. So an append may be repeated when its outcome is unknown. In a
   * transaction that was joined that holds while the condition fails; where it would not, the
   * append is refused.
   *
   * @param appends at least one, each to a stream of its own
   * @return where the events are, in the order of {@code appends}
   * @throws AppendConflictException if a condition does not hold
   * @throws ClosedStreamException if a stream is archived or deleted
   * @throws StoreException if the id of an event is stored already, but not of all events
   * @throws IllegalArgumentException if there are no appends, or two to the same stream
   */
  List<AppendResult> append(List<Append> appends);

  /** Appends {@code events} to one {@code stream}, as {@link #append(List)} does. */
  default AppendResult append(StreamId stream, AppendCondition condition, List<NewEvent> events) {
    return append(List.of(new Append(stream, condition, events))).get(0);
  }

  /**
   * Keeps concurrent appends to {@code stream} waiting until the transaction of this thread ends,
   * so that what is read now still holds when this transaction appends. It locks nothing for a
   * stream that does not exist, or without a transaction.
   *
   * @return the version of the stream; 0 if it does not exist
   */
  long lock(StreamId stream);
}
