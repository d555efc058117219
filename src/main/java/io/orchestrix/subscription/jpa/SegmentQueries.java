package io.orchestrix.subscription.jpa;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Claim;
import io.orchestrix.subscription.SegmentId;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.Trouble;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that read {@code orx_segment}. */
final class SegmentQueries {

  private final EntityManager entities;
  private final String select;

  SegmentQueries(EntityManager entities, String schema) {
    this.entities = entities;
    this.select =
        """
        select subscription, segment, segments, running, checkpoint, replayed_to, handled, owner,
          epoch, failing, attempts, retry_at, failure, stopped from "%s".orx_segment\
        """
            .formatted(schema);
  }

  List<SegmentState> all() {
    return Jdbc.list(
        entities,
        select + " order by subscription, segment",
        statement -> {},
        SegmentQueries::state);
  }

  List<SegmentState> of(String subscription) {
    return Jdbc.list(
        entities,
        select + " where subscription = ? order by segment",
        statement -> statement.setString(1, subscription),
        SegmentQueries::state);
  }

  Optional<SegmentState> find(Claim claim) {
    return Jdbc.list(
            entities,
            select + SegmentRows.OF_CLAIM,
            statement -> {
              statement.setString(1, claim.id().subscription());
              statement.setInt(2, claim.id().segment());
              statement.setLong(3, claim.epoch());
            },
            SegmentQueries::state)
        .stream()
        .findFirst();
  }

  private static SegmentState state(ResultSet row) throws SQLException {
    return new SegmentState(
        new SegmentId(row.getString(1), row.getInt(2)),
        row.getInt(3),
        row.getBoolean(4),
        new GlobalPosition(row.getLong(5)),
        new GlobalPosition(row.getLong(6)),
        row.getLong(7),
        row.getString(8),
        row.getLong(9),
        troubleOf(row));
  }

  private static @Nullable Trouble troubleOf(ResultSet row) throws SQLException {
    long failing = row.getLong(10);
    return row.wasNull()
        ? null
        : new Trouble(
            new GlobalPosition(failing),
            row.getInt(11),
            row.getObject(12, OffsetDateTime.class).toInstant(),
            row.getString(13),
            row.getBoolean(14));
  }
}
