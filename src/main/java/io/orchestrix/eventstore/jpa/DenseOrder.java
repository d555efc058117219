package io.orchestrix.eventstore.jpa;

import jakarta.persistence.EntityManager;
import java.util.stream.LongStream;

/**
 * Any other database: positions come from one counter row that every append updates in its own
 * transaction. Appends wait for one another, so positions have no gaps and become visible in order.
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
