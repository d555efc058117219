package io.orchestrix.eventstore.jpa;

import jakarta.persistence.EntityManager;
import java.util.stream.LongStream;

/**
 * Any other database: positions come from one counter row that every append updates in its own
 * transaction and locks before anything else. Appends follow one another, so positions have no gaps
 * and become visible in order.
 */
final class DenseOrder implements GlobalOrder {

  private final String advance;
  private final String current;

  /**
   * @param schema the database schema that holds the table {@code orx_position}
   */
  DenseOrder(String schema) {
    String table = "\"" + schema + "\".orx_position";
    this.advance = "update " + table + " set position = position + :count";
    this.current = "select position from " + table;
  }

  /** Waits for the appends under way. An update that waits would not do: H2 forgets it at times. */
  @Override
  public void enter(EntityManager entities) {
    entities.createNativeQuery(current + " for update", Long.class).getSingleResult();
  }

  @Override
  public long[] reserve(EntityManager entities, int count) {
    entities.createNativeQuery(advance).setParameter("count", count).executeUpdate();
    long last = Rows.single(entities.createNativeQuery(current, Long.class));
    return LongStream.rangeClosed(last - count + 1, last).toArray();
  }

  @Override
  public long watermark(EntityManager entities) {
    return Long.MAX_VALUE;
  }
}
