package io.orchestrix.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of the read model, reached past the contestant. */
record BalanceTable(Postgres postgres, String schema) {

  void create() throws SQLException {
    postgres.execute(
        "create table "
            + schema
            + ".balance (account varchar(255) primary key, balance numeric(19, 2) not null,"
            + " bookings bigint not null) with (fillfactor = 50)");
  }

  void empty() throws SQLException {
    postgres.execute("truncate " + schema + ".balance");
  }

  /** Fails unless every booking is in it, once. */
  void mustHold(Filling filling) throws SQLException {
    try (Connection connection = postgres.connect(schema);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), coalesce(sum(bookings), 0), coalesce(sum(balance), 0)"
                    + " from balance where bookings = "
                    + filling.bookings())) {
      row.next();
      new Tally(row.getLong(2), row.getBigDecimal(3)).mustBe(Tally.of(filling.events()));
    }
  }
}
