package io.orchestrix.projection;

import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Adds up what was counted, in a table of its own. */
@Projection("tallies")
public class Tallies {

  @Inject StorePersistence persistence;

  void tallied(@HandlesEvent Tallied event, ReadModel model, GlobalPosition position) {
    if (event.by() < 0) {
      throw new IllegalArgumentException("Nobody counts backwards.");
    }
    int updated =
        entities()
            .createNativeQuery(
                "update tally set total = total + :by, last_position = :position"
                    + " where version = :version and name = :name")
            .setParameter("by", event.by())
            .setParameter("position", position.value())
            .setParameter("version", model.version())
            .setParameter("name", event.name())
            .executeUpdate();
    if (updated == 0) {
      entities()
          .createNativeQuery(
              "insert into tally (version, name, total, last_position)"
                  + " values (:version, :name, :by, :position)")
          .setParameter("by", event.by())
          .setParameter("position", position.value())
          .setParameter("version", model.version())
          .setParameter("name", event.name())
          .executeUpdate();
    }
  }

  @OnReset
  void clear(ReadModel model, GlobalPosition after) {
    entities()
        .createNativeQuery("delete from tally where version = :version")
        .setParameter("version", model.version())
        .executeUpdate();
  }

  private EntityManager entities() {
    return persistence.entities();
  }
}
