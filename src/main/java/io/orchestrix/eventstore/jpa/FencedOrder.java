package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.StoreException;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * PostgreSQL: positions come from a sequence, and a reservation fence keeps readers from passing an
 * append that has not ended.
 *
 * <p>A writer takes a shared advisory lock whose key is the sequence's last value <em>before</em>
 * it draws positions. A reader takes the sequence's last value, then the lowest key that is locked;
 * no append that holds positions up to the smaller of both is under way. The proof is in {@code
 * docs/explanation/event-order.md}.
 */
final class FencedOrder implements GlobalOrder {

  private static final String ISOLATION = "select current_setting('transaction_isolation')";

  private final String fence;
  private final String positions;
  private final String lastValue;
  private final String lowestFence;

  /**
   * @param schema the database schema that holds the sequence {@code orx_position}
   */
  FencedOrder(String schema) {
    String sequence = "\"" + schema + "\".orx_position";
    String regclass = "cast('" + sequence + "' as regclass)";
    // 16 bits of the sequence's oid: every store has its own keys, a collision would only delay
    String namespace = "(cast(cast(" + regclass + " as oid) as bigint) & 65535)";
    this.lastValue =
        "select case when is_called then last_value else last_value - 1 end from " + sequence;
    // a transaction-local setting remembers the lock: one key for a transaction, however many
    // appends
    String marker = "'orchestrix.fence_' || cast(" + regclass + " as oid)";
    this.fence =
        """
        select case when current_setting(%1$s, true) = 'held' then 'held' else
          cast(pg_advisory_xact_lock_shared((%2$s << 48) | (%3$s)) as text)
            || set_config(%1$s, 'held', true) end
        """
            .formatted(marker, namespace, lastValue);
    this.positions = "select nextval(" + regclass + ") from generate_series(1, :count) order by 1";
    this.lowestFence =
        """
        select min(((cast(classid as bigint) & 65535) << 32) | cast(objid as bigint)) from pg_locks
         where locktype = 'advisory' and objsubid = 1 and (cast(classid as bigint) >> 16) = %s
           and database = (select oid from pg_database where datname = current_database())
        """
            .formatted(namespace);
  }

  @Override
  public void enter(EntityManager entities) {
    // appends to different streams run side by side
  }

  @Override
  public String unlessPresent() {
    return " on conflict (id) do nothing";
  }

  @Override
  public long[] reserve(EntityManager entities, int count) {
    entities.createNativeQuery(fence, String.class).getSingleResult();
    List<Long> reserved =
        Rows.of(entities.createNativeQuery(positions, Long.class).setParameter("count", count));
    return reserved.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public long watermark(EntityManager entities) {
    String isolation = (String) entities.createNativeQuery(ISOLATION).getSingleResult();
    if (!isolation.equals("read committed")) {
      throw StoreException.wrongIsolation(isolation);
    }
    long last = Rows.single(entities.createNativeQuery(lastValue, Long.class));
    Long lowest = Rows.singleOrNull(entities.createNativeQuery(lowestFence, Long.class));
    return lowest == null ? last : Math.min(last, lowest);
  }
}
