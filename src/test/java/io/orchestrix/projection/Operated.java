package io.orchestrix.projection;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes each event that it sees, and whether the one before it in its stream came before it. */
@Projection(value = "operated", segments = 4)
@OnFailure(attempts = 2, pause = "PT0.01S", then = AfterFailure.DEAD_LETTER)
public class Operated {

  /** Names whose events cannot be handled for now. */
  static final Set<String> POISONED = ConcurrentHashMap.newKeySet();

  @Inject StorePersistence persistence;

  void noted(@HandlesEvent Tallied event, RecordedEvent recorded, ReadModel model) {
    if (POISONED.contains(event.name())) {
      throw new IllegalArgumentException(event.name() + " is poisoned.");
    }
    long before = last(model, event.name());
    Jdbc.update(
        entities(),
        "insert into note (model, position, name, version, in_order) values (?, ?, ?, ?, ?)",
        statement -> {
          statement.setInt(1, model.version());
          statement.setLong(2, recorded.position().value());
          statement.setString(3, event.name());
          statement.setLong(4, recorded.version());
          statement.setBoolean(5, recorded.version() == before + 1);
        });
  }

  @NotOnReplay
  void thanked(@HandlesEvent Tallied event, GlobalPosition position) {
    Jdbc.update(
        entities(),
        "insert into thanks (position) values (?)",
        statement -> statement.setLong(1, position.value()));
  }

  @OnReset
  void clear(ReadModel model, GlobalPosition after) {
    Jdbc.update(
        entities(),
        "delete from note where model = ? and position > ?",
        statement -> {
          statement.setInt(1, model.version());
          statement.setLong(2, after.value());
        });
  }

  private long last(ReadModel model, String name) {
    List<Long> found =
        Jdbc.list(
            entities(),
            "select coalesce(max(version), 0) from note where model = ? and name = ?",
            statement -> {
              statement.setInt(1, model.version());
              statement.setString(2, name);
            },
            row -> row.getLong(1));
    return found.get(0);
  }

  private EntityManager entities() {
    return persistence.entities();
  }
}
