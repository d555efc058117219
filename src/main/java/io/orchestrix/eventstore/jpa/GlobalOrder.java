package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Watermark;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Gives events their positions and tells readers how far they may read.
 *
 * <p>Used inside a transaction. The order of steps in an append is part of the contract: the order
 * is entered, the rows of all streams are updated and flushed, then the events are inserted.
 */
interface GlobalOrder {

  /** Called before the row of a stream is locked, once or more in a transaction. */
  void enter(EntityManager entities);

  /** Whether appends run side by side; otherwise they follow one another. */
  boolean isConcurrent();

  /** What an insert ends with, so that it does nothing if a rival has made the same row. */
  default String unlessPresent() {
    return isConcurrent() ? " on conflict do nothing" : "";
  }

  /**
   * Inserts events in their order, in a number of round trips that does not depend on theirs.
   *
   * @return their positions, ascending
   */
  long[] insert(EntityManager entities, List<NewRow> events);

  /**
   * The last position up to which every event is either visible to the next statement of this
   * transaction or will never be.
   */
  long watermark(EntityManager entities);

  /** The watermark, with what holds it. */
  Watermark inspect(EntityManager entities);
}
