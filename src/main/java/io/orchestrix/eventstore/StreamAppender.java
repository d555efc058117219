package io.orchestrix.eventstore;

import java.util.List;

/** Appends events to streams. Thread-safe. */
public interface StreamAppender {

  /**
   * Appends {@code events} in their order to {@code stream}, all of them or none.
   *
   * <p>Joins the transaction of the thread and is undone with it; without one it is a transaction
   * of its own.
   *
   * @param events at least one
   * @return where they are
   * @throws AppendConflictException if the condition does not hold; nothing was appended
   * @throws IllegalArgumentException if there are no events
   */
  AppendResult append(StreamId stream, AppendCondition condition, List<NewEvent> events);

  /**
   * Keeps concurrent appends to {@code stream} waiting until the transaction of this thread ends,
   * so that what is read now still holds when this transaction appends. Does nothing for a stream
   * that does not exist, or without a transaction.
   */
  void lock(StreamId stream);
}
