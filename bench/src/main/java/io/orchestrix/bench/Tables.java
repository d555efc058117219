package io.orchestrix.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a contestant, reached past it: to fill them before and to count after. */
abstract class Tables {

  private final Postgres postgres;
  private final String schema;

  Tables(Postgres postgres, String schema) {
    this.postgres = postgres;
    this.schema = schema;
  }

  /** What empties them. */
  abstract String empty();

  /** What fills the tables, in this order; each takes the prefix of the names. */
  abstract List<String> fill(Filling filling);

  /** The table of the events. */
  abstract String events();

  /** The column that tells the order of all events. */
  abstract String position();

  /**
   * A query for a boolean: whether versions have no gaps, and every booking was decided upon all
   * those before it.
   */
  abstract String sound();

  /** Replaces what is there. */
  final void refill(Filling filling) throws SQLException {
    try (Connection connection = postgres.connect(schema)) {
      run(connection, empty());
      if (filling.events() > 0) {
        for (String sql : fill(filling)) {
          run(connection, sql, filling.prefix());
        }
      }
      run(connection, "vacuum analyze " + events());
    }
  }

  /** How many events there are. */
  final long count() throws SQLException {
    return Long.parseLong(ask("select count(*) from " + events()));
  }

  /** The position of the last event. */
  final long last() throws SQLException {
    return Long.parseLong(ask("select max(" + position() + ") from " + events()));
  }

  /** Fails if somebody appended without looking. */
  final void mustBeSound() throws SQLException {
    if (!ask(sound()).equals("t")) {
      throw new IllegalStateException("Bookings in " + schema + " do not follow one another.");
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = postgres.connect(schema);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
