package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.StoreException;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private final FencedInsert insert;
  private final String watermark;
  private final String holder;

  /**
   * @param schema the database schema that holds the sequence {@code orx_position}
   */
  FencedOrder(String schema) {
    String sequence = "\"" + schema + "\".orx_position";
    String regclass = "cast('" + sequence + "' as regclass)";
    // 16 bits of the sequence's oid: every store has its own keys, a collision would only delay
    String namespace = "(cast(cast(" + regclass + " as oid) as bigint) & 65535)";
    String lastValue = lastPosition(schema);
    this.insert = new FencedInsert(schema, regclass, namespace, lastValue);
    String fences =
        """
        pg_locks l where l.locktype = 'advisory' and l.objsubid = 1
           and (cast(l.classid as bigint) >> 16) = %s
           and l.database = (select oid from pg_database where datname = current_database())\
        """
            .formatted(namespace);
    String key = "((cast(l.classid as bigint) & 65535) << 32) | cast(l.objid as bigint)";
    // the locks are looked at for each row of head, so after the last value was read
    this.watermark =
        """
        with head as materialized (
          select (%s) as position, current_setting('transaction_isolation') as isolation)
        select head.position, head.isolation,
          (select min(%s) from %s and head.position is not null)
          from head
        """
            .formatted(lastValue, key, fences);
    this.holder =
        """
        select l.pid, a.state, a.application_name, p.gid,
          extract(epoch from clock_timestamp() - coalesce(a.xact_start, p.prepared)) as age
          from (select %s as fence, l.* from %s) l
          left join pg_stat_activity a on a.pid = l.pid
          left join pg_prepared_xacts p on l.virtualtransaction = '-1/' || p.transaction
         order by l.fence, age desc limit 1
        """
            .formatted(key, fences);
  }

  /**
   * The last position that was drawn, 0 before the first.
   *
   * <p>Asked by the function, which waits for whoever draws: the sequence's row, read as a table,
   * shows numbers that nobody has drawn while PostgreSQL logs them ahead.
   */
  static String lastPosition(String schema) {
    return "select coalesce(pg_sequence_last_value(cast('\"%s\".orx_position' as regclass)), 0)"
        .formatted(schema);
  }

  @Override
  public void enter(EntityManager entities) {
    // appends to different streams run side by side
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public long[] insert(EntityManager entities, List<NewRow> events) {
    return insert.run(entities, events);
  }

  @Override
  public long watermark(EntityManager entities) {
    return read(entities, null).position().value();
  }

  @Override
  public Watermark inspect(EntityManager entities) {
    return read(entities, Jdbc.first(entities, holder, FencedOrder::holder));
  }

  private Watermark read(EntityManager entities, Watermark.@Nullable Holder holder) {
    Watermark found = Jdbc.first(entities, watermark, row -> watermark(row, holder));
    if (found == null) {
      throw new IllegalStateException("The sequence of positions has no row.");
    }
    return found;
  }

  private static Watermark watermark(ResultSet row, Watermark.@Nullable Holder holder)
      throws SQLException {
    String isolation = row.getString(2);
    if (!isolation.equals("read committed")) {
      throw StoreException.wrongIsolation(isolation);
    }
    long last = row.getLong(1);
    long lowest = row.getLong(3);
    boolean held = !row.wasNull() && lowest < last;
    return new Watermark(
        new GlobalPosition(held ? lowest : last), new GlobalPosition(last), held ? holder : null);
  }

  private static Watermark.Holder holder(ResultSet row) throws SQLException {
    String prepared = row.getString("gid");
    String name =
        prepared != null
            ? "prepared transaction '%s'".formatted(prepared)
            : "backend %d (%s, %s)"
                .formatted(
                    row.getInt("pid"), row.getString("state"), row.getString("application_name"));
    return new Watermark.Holder(name, Duration.ofMillis((long) (row.getDouble("age") * 1000)));
  }
}
