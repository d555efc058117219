package io.orchestrix.projection.jpa;

import io.orchestrix.projection.Projection.Mode;
import io.orchestrix.projection.ReadModelState;
import io.orchestrix.projection.ReadModelStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions of read models in the table {@code orx_read_model}. Thread-safe. */
public final class JpaReadModelStore implements ReadModelStore {

  private final EntityManager entities;
  private final UnitOfWork unitOfWork;
  private final String select;
  private final String insert;
  private final String update;

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaReadModelStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.entities = entities;
    this.unitOfWork = unitOfWork;
    String table = "\"%s\".orx_read_model".formatted(schema);
    this.select =
        "select projection, mode, live_version, next_version, switching, held, old_version,"
            + " last_version, since from "
            + table;
    this.insert =
        "insert into "
            + table
            + " (live_version, next_version, switching, held, old_version, last_version, since,"
            + " projection, mode) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    this.update =
        "update "
            + table
            + " set live_version = ?, next_version = ?, switching = ?, held = ?, old_version = ?,"
            + " last_version = ?, since = ? where projection = ? and mode = ? and live_version = ?"
            + " and coalesce(next_version, 0) = ? and switching = ? and held = ?"
            + " and coalesce(old_version, 0) = ? and last_version = ?";
  }

  @Override
  public void add(ReadModelState first) {
    if (find(first.projection()).isPresent()) {
      return;
    }
    try {
      unitOfWork.get(() -> write(insert, first, null));
    } catch (RuntimeException e) {
      if (find(first.projection()).isEmpty()) { // else another node was faster
        throw e;
      }
    }
  }

  @Override
  public Optional<ReadModelState> find(String projection) {
    return list(" where projection = ?", statement -> statement.setString(1, projection)).stream()
        .findFirst();
  }

  @Override
  public List<ReadModelState> all() {
    return list(" order by projection", statement -> {});
  }

  private List<ReadModelState> list(String which, Jdbc.Binder binder) {
    return unitOfWork.get(
        () -> Jdbc.list(entities, select + which, binder, JpaReadModelStore::state));
  }

  @Override
  public boolean change(ReadModelState before, ReadModelState after) {
    return unitOfWork.get(() -> write(update, after, before)) == 1;
  }

  private int write(String sql, ReadModelState state, @Nullable ReadModelState before) {
    return Jdbc.update(
        entities,
        sql,
        statement -> {
          statement.setInt(1, state.live());
          bind(statement, 2, state.next());
          statement.setBoolean(3, state.isSwitching());
          statement.setBoolean(4, state.isHeld());
          bind(statement, 5, state.old());
          statement.setInt(6, state.last());
          statement.setObject(7, state.since().atOffset(ZoneOffset.UTC));
          statement.setString(8, state.projection());
          statement.setString(9, state.mode().name());
          if (before != null) {
            bindBefore(statement, before);
          }
        });
  }

  private static void bindBefore(PreparedStatement statement, ReadModelState before)
      throws SQLException {
    Integer next = before.next();
    Integer old = before.old();
    statement.setInt(10, before.live());
    statement.setInt(11, next == null ? 0 : next);
    statement.setBoolean(12, before.isSwitching());
    statement.setBoolean(13, before.isHeld());
    statement.setInt(14, old == null ? 0 : old);
    statement.setInt(15, before.last());
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Integer version)
      throws SQLException {
    if (version == null) {
      statement.setNull(index, Types.INTEGER);
    } else {
      statement.setInt(index, version);
    }
  }

  private static ReadModelState state(ResultSet row) throws SQLException {
    return new ReadModelState(
        row.getString(1),
        Mode.valueOf(row.getString(2)),
        row.getInt(3),
        version(row, 4),
        row.getBoolean(5),
        row.getBoolean(6),
        version(row, 7),
        row.getInt(8),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private static @Nullable Integer version(ResultSet row, int column) throws SQLException {
    int version = row.getInt(column);
    return row.wasNull() ? null : version;
  }
}
