package io.orchestrix.subscription.jpa;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Claim;
import io.orchestrix.subscription.SegmentId;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.Trouble;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.List;

/** The statements that change {@code orx_segment}. */
final class SegmentRows {

  static final String OF_CLAIM = " where subscription = ? and segment = ? and epoch = ?";

  private final EntityManager entities;
  private final String table;

  SegmentRows(EntityManager entities, String schema) {
    this.entities = entities;
    this.table = "\"%s\".orx_segment".formatted(schema);
  }

  void add(Subscription subscription) {
    for (int i = 0; i < subscription.segments(); i++) {
      insert(SegmentState.added(subscription, i));
    }
  }

  private void insert(SegmentState state) {
    Jdbc.update(
        entities,
        "insert into "
            + table
            + " (subscription, segment, segments, running, checkpoint, replayed_to, handled, epoch)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(1, state.id().subscription());
          statement.setInt(2, state.id().segment());
          statement.setInt(3, state.segments());
          statement.setBoolean(4, state.isRunning());
          statement.setLong(5, state.checkpoint().value());
          statement.setLong(6, state.replayedTo().value());
          statement.setLong(7, state.handled());
          statement.setLong(8, state.epoch());
        });
  }

  /**
   * Waits for nobody: a node that stands still in the middle of a batch holds its row for as long
   * as the database lets it, and whoever waited for that could not extend its own lease meanwhile.
   */
  boolean claim(SegmentId segment, long epoch, String node) {
    return isFree(segment, epoch)
        && Jdbc.update(
                entities,
                "update " + table + " set owner = ?, epoch = epoch + 1" + OF_CLAIM + " and running",
                statement -> {
                  statement.setString(1, node);
                  statement.setString(2, segment.subscription());
                  statement.setInt(3, segment.segment());
                  statement.setLong(4, epoch);
                })
            == 1;
  }

  private boolean isFree(SegmentId segment, long epoch) {
    return !Jdbc.list(
            entities,
            "select epoch from " + table + OF_CLAIM + " for update skip locked",
            statement -> {
              statement.setString(1, segment.subscription());
              statement.setInt(2, segment.segment());
              statement.setLong(3, epoch);
            },
            row -> row.getLong(1))
        .isEmpty();
  }

  boolean advance(Claim claim, GlobalPosition checkpoint, int handled) {
    return Jdbc.update(
            entities,
            "update "
                + table
                + " set checkpoint = ?, handled = handled + ?,"
                + " failing = case when failing > ? then failing end,"
                + " stopped = case when failing > ? then stopped end"
                + OF_CLAIM,
            statement -> {
              statement.setLong(1, checkpoint.value());
              statement.setInt(2, handled);
              statement.setLong(3, checkpoint.value());
              statement.setLong(4, checkpoint.value());
              statement.setString(5, claim.id().subscription());
              statement.setInt(6, claim.id().segment());
              statement.setLong(7, claim.epoch());
            })
        == 1;
  }

  boolean trouble(Claim claim, Trouble trouble) {
    return Jdbc.update(
            entities,
            "update "
                + table
                + " set failing = ?, attempts = ?, retry_at = ?, failure = ?, stopped = ?"
                + OF_CLAIM,
            statement -> {
              statement.setLong(1, trouble.position().value());
              statement.setInt(2, trouble.attempts());
              statement.setObject(3, trouble.retryAt().atOffset(ZoneOffset.UTC));
              statement.setString(4, trouble.failure());
              statement.setBoolean(5, trouble.isFinal());
              statement.setString(6, claim.id().subscription());
              statement.setInt(7, claim.id().segment());
              statement.setLong(8, claim.epoch());
            })
        == 1;
  }

  int release(String node) {
    return update("owner = null, epoch = epoch + 1 where owner = ?", node);
  }

  int pause(String subscription) {
    return update(
        "owner = null, epoch = epoch + 1, running = false where subscription = ?", subscription);
  }

  /** Who works on a segment that has not stopped goes on with it. */
  int resume(String subscription) {
    return update(
        "owner = null, epoch = epoch + 1, running = true, failing = null, attempts = null,"
            + " retry_at = null, failure = null, stopped = null"
            + " where (stopped or not running) and subscription = ?",
        subscription);
  }

  void replace(String subscription, List<SegmentState> segments) {
    remove(subscription);
    segments.forEach(this::insert);
  }

  int promote(String subscription, String before) {
    return Jdbc.update(
        entities,
        """
        update %1$s s set owner = null, epoch = epoch + 1, replayed_to = greatest(checkpoint, (
          select max(b.replayed_to) from %1$s b where b.subscription = ? and b.segment = s.segment))
        where subscription = ?\
        """
            .formatted(table),
        statement -> {
          statement.setString(1, before);
          statement.setString(2, subscription);
        });
  }

  int remove(String subscription) {
    return Jdbc.update(
        entities,
        "delete from " + table + " where subscription = ?",
        statement -> statement.setString(1, subscription));
  }

  private int update(String set, String parameter) {
    return Jdbc.update(
        entities,
        "update " + table + " set " + set,
        statement -> statement.setString(1, parameter));
  }
}
