package io.orchestrix.eventstore.jpa;

import io.orchestrix.message.EventRevision;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which types applications on this store write, this one and those before it. */
final class WrittenTypes {

  private final EntityManager entities;
  private final String select;
  private final String insert;
  private final String probe;

  WrittenTypes(EntityManager entities, String schema, GlobalOrder order) {
    this.entities = entities;
    this.select = "select type, revision from \"%s\".orx_event_type".formatted(schema);
    this.insert =
        "insert into \"%s\".orx_event_type (type, revision) values (?, ?)".formatted(schema)
            + order.unlessPresent();
    this.probe =
        "select 1 from \"%s\".orx_event where type = ? and revision = ? fetch first 1 rows only"
            .formatted(schema);
  }

  /** Those that are not {@code known} and of which there are events; remembers the known ones. */
  Set<EventRevision> others(Set<EventRevision> known) {
    Set<EventRevision> ever =
        new HashSet<>(
            Jdbc.list(
                entities,
                select,
                statement -> {},
                row -> new EventRevision(row.getString(1), row.getInt(2))));
    List<EventRevision> fresh = known.stream().filter(type -> !ever.contains(type)).toList();
    Jdbc.batch(
        entities,
        insert,
        fresh,
        (statement, type) -> {
          statement.setString(1, type.type());
          statement.setInt(2, type.revision());
        });
    ever.removeAll(known);
    ever.removeIf(type -> !isStored(type));
    return ever;
  }

  private boolean isStored(EventRevision type) {
    List<Object> parameters = List.of(type.type(), type.revision());
    return !Jdbc.list(
            entities,
            probe,
            statement -> EventQueries.bind(statement, parameters),
            row -> row.getInt(1))
        .isEmpty();
  }
}
