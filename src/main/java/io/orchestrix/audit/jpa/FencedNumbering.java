package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditException;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * PostgreSQL: places come from a sequence behind a reservation fence, as the positions of events
 * do; the proof is in {@code docs/explanation/event-order.md}.
 *
 * <p>A writer takes a shared advisory lock whose key is the sequence's last value <em>before</em>
 * it draws, and holds it until its transaction ends. A reader takes the last value, then the lowest
 * key that is locked.
 */
final class FencedNumbering implements Numbering {

  private final String insert;
  private final String watermark;

  FencedNumbering(String schema) {
    String sequence = "cast('\"%s\".orx_audit_place' as regclass)".formatted(schema);
    // 16 bits of the sequence's oid: a collision with the keys of another one would only delay
    String namespace = "(cast(cast(%s as oid) as bigint) & 65535)".formatted(sequence);
    // the function waits for whoever draws; the sequence read as a table shows numbers too early
    String last = "select coalesce(pg_sequence_last_value(%s), 0)".formatted(sequence);
    this.insert =
        """
        with fence as materialized (
          select case when current_setting(%1$s, true) = 'held' then 'held' else
            cast(pg_advisory_xact_lock_shared((%2$s << 48) | (%3$s)) as text)
              || set_config(%1$s, 'held', true) end as held)
        insert into "%4$s".orx_audit (%5$s, place)
        select %6$s, nextval(%7$s) from fence where fence.held is not null
        """
            .formatted(
                "'orchestrix.audit_fence_' || cast(%s as oid)".formatted(sequence),
                namespace,
                last,
                schema,
                EntryColumns.NAMES,
                EntryColumns.VALUES,
                sequence);
    // the locks are looked at for the row of head, so after the last value was read
    this.watermark =
        """
        with head as materialized (
          select (%s) as place, current_setting('transaction_isolation') as isolation)
        select head.isolation, least(head.place, (
          select min(((cast(l.classid as bigint) & 65535) << 32) | cast(l.objid as bigint))
            from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1
             and (cast(l.classid as bigint) >> 16) = %s
             and l.database = (select oid from pg_database where datname = current_database())
             and head.place is not null))
          from head
        """
            .formatted(last, namespace);
  }

  @Override
  public void insert(EntityManager entities, AuditEntry entry) {
    Jdbc.update(entities, insert, statement -> EntryColumns.bind(statement, entry));
  }

  @Override
  public long watermark(EntityManager entities) {
    return Objects.requireNonNull(Jdbc.first(entities, watermark, FencedNumbering::read));
  }

  private static long read(ResultSet row) throws SQLException {
    String isolation = row.getString(1);
    if (!isolation.equals("read committed")) {
      throw AuditException.wrongIsolation(isolation);
    }
    return row.getLong(2);
  }
}
