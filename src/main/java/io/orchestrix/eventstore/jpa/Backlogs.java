package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Backlog;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Counts events, and finds them by time, without reading them. */
final class Backlogs {

  private final EntityManager entities;
  private final String count;
  private final String oldest;
  private final String before;

  Backlogs(EntityManager entities, String schema) {
    this.entities = entities;
    String range =
        " from \"%s\".orx_event e where e.position > ? and e.position <= ?".formatted(schema);
    this.count = "select count(*) from (select 1 as one" + range + " fetch first ? rows only) c";
    this.oldest = "select e.occurred_at" + range + " order by e.position fetch first 1 rows only";
    this.before =
        """
        select coalesce(max(e.position), 0) from "%1$s".orx_event e where e.position <
          coalesce((select min(l.position) from "%1$s".orx_event l where l.occurred_at >= ?),
            9223372036854775807)
        """
            .formatted(schema);
  }

  Backlog after(GlobalPosition position, long watermark) {
    Instant first =
        Jdbc.list(
                entities,
                oldest,
                statement -> EventQueries.bind(statement, List.of(position.value(), watermark)),
                row -> row.getObject(1, OffsetDateTime.class).toInstant())
            .stream()
            .findFirst()
            .orElse(null);
    List<Object> parameters = List.of(position.value(), watermark, Backlog.MOST);
    long events =
        Jdbc.list(
                entities,
                count,
                statement -> EventQueries.bind(statement, parameters),
                row -> row.getLong(1))
            .get(0);
    return new Backlog(events, first);
  }

  GlobalPosition before(Instant instant) {
    return Jdbc.list(
            entities,
            before,
            statement -> statement.setObject(1, instant.atOffset(ZoneOffset.UTC)),
            row -> new GlobalPosition(row.getLong(1)))
        .get(0);
  }
}
