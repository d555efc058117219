package io.orchestrix.eventstore.jpa;

import jakarta.persistence.EntityManager;

/**
 * Hands out the positions of events and tells readers how far they may read.
 *
 * <p>Used inside a transaction. The order of steps in an append is part of the contract: the order
 * is entered, the stream's row is updated and flushed, then positions are reserved, then events
 * inserted.
 */
interface GlobalOrder {

  /** Called before the row of a stream is locked, once or more in a transaction. */
  void enter(EntityManager entities);

  /**
   * What the insert of a stream's row ends with, so that it does nothing if a rival has made it.
   */
  String unlessPresent();

  /** Positions for {@code count} events of this transaction, ascending. */
  long[] reserve(EntityManager entities, int count);

  /**
   * The last position up to which every event is either visible to the next statement of this
   * transaction or will never be.
   */
  long watermark(EntityManager entities);
}
