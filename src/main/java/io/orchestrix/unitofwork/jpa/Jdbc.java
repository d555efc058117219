package io.orchestrix.unitofwork.jpa;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Statements on the connection of a persistence context, in its transaction. */
public final class Jdbc {

  /** Fills in the parameters of a statement. */
  @FunctionalInterface
  public interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private Jdbc() {}

  /** Whether the database is PostgreSQL; else it is H2. */
  public static boolean isPostgres(EntityManager entities) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
  }

  public static <T> List<T> list(
      EntityManager entities, String sql, Binder binder, Mapper<T> mapper) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                  List<T> found = new ArrayList<>();
                  while (rows.next()) {
                    found.add(mapper.map(rows));
                  }
                  return found;
                }
              }
            });
  }

  public static <T> @Nullable T first(EntityManager entities, String sql, Mapper<T> mapper) {
    List<T> found = list(entities, sql, statement -> {}, mapper);
    return found.isEmpty() ? null : found.get(0);
  }

  public static int update(EntityManager entities, String sql, Binder binder) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                return statement.executeUpdate();
              }
            });
  }

  /** Sends all at once. */
  public static <T> void batch(
      EntityManager entities, String sql, List<T> elements, BatchBinder<T> binder) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T element : elements) {
                  binder.bind(statement, element);
                  statement.addBatch();
                }
                statement.executeBatch();
              }
            });
  }

  /** Fills in the parameters of one statement of a batch. */
  @FunctionalInterface
  public interface BatchBinder<T> {
    void bind(PreparedStatement statement, T element) throws SQLException;
  }
}
