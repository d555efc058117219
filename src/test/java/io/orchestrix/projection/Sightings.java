package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.eventstore.order.Appended;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Notes each event that it sees, and whether the one before it in its stream came before it. */
@Projection(value = "sightings", segments = 4)
public class Sightings {

  @Inject StorePersistence persistence;

  void seen(@HandlesEvent Appended event, RecordedEvent recorded) {
    EntityManager entities = persistence.entities();
    String stream = recorded.stream().toString();
    long before = last(entities, stream);
    Jdbc.update(
        entities,
        "insert into sighting (position, stream, version, in_order) values (?, ?, ?, ?)",
        statement -> {
          statement.setLong(1, recorded.position().value());
          statement.setString(2, stream);
          statement.setLong(3, recorded.version());
          statement.setBoolean(4, recorded.version() == before + 1);
        });
    String sql =
        before == 0
            ? "insert into last_sighting (version, stream) values (?, ?)"
            : "update last_sighting set version = ? where stream = ?";
    Jdbc.update(
        entities,
        sql,
        statement -> {
          statement.setLong(1, recorded.version());
          statement.setString(2, stream);
        });
  }

  private static long last(EntityManager entities, String stream) {
    List<Long> found =
        Jdbc.list(
            entities,
            "select version from last_sighting where stream = ?",
            statement -> statement.setString(1, stream),
            row -> row.getLong(1));
    return found.isEmpty() ? 0 : found.get(0);
  }
}
