package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that does not fit keeps the application from starting, too. */
class DatabaseMistakesTest {

  private final TestDatabase database = TestDatabase.h2();

  private void start(String mode) {
    Container.startWith(Map.of("orchestrix.schema", mode, "orchestrix.db-schema", "bank"), database)
        .close();
  }

  @Test
  void missing_tables_are_not_made_unless_that_is_wanted() {
    assertThatThrownBy(() -> start("validate"))
        .hasMessageStartingWith("ORX-5101 The tables of the database schema 'bank' are not those")
        .hasMessageContaining("orchestrix.schema=migrate");

    start("migrate");
    start("validate");
  }

  @Test
  void a_script_that_was_changed_after_it_ran_is_found() throws SQLException {
    try (Container first = Container.startIn("bank", database)) {
      DataSource source = first.dataSource().get();
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("update \"bank\".\"orx_schema_history\" set \"checksum\" = 42");
      }
    }

    assertThatThrownBy(() -> start("migrate"))
        .hasMessageStartingWith("ORX-5101")
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void a_database_that_is_away_is_named() {
    TestDatabase away = new TestDatabase("jdbc:postgresql://localhost:1/bank", "sa", "");

    assertThatThrownBy(() -> Container.start(away).close())
        .hasMessageStartingWith(
            "ORX-5104 The database of the data source jdbc/orchestrix cannot be")
        .hasMessageContaining("Start it");
  }
}
