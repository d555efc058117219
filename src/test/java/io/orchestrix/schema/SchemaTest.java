package io.orchestrix.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.SchemaMode;
import io.orchestrix.harness.Database;
import io.orchestrix.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

@ParameterizedClass
@EnumSource(Database.class)
class SchemaTest {

  private final DataSource source;
  private final String name = "s" + UUID.randomUUID().toString().replace("-", "");

  SchemaTest(Database database) {
    source = dataSource(database);
  }

  private static DataSource dataSource(Database database) {
    TestDatabase where = database.open();
    if (database == Database.H2) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setUrl(where.url());
      h2.setUser(where.user());
      return h2;
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(where.url());
    postgres.setUser(where.user());
    postgres.setPassword(where.password());
    return postgres;
  }

  private void prepare(String schema, SchemaMode mode) {
    new Schema(() -> source, schema, mode).prepare();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted("\"" + name + "\""));
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private long tables(String schema) throws SQLException {
    return count(
        "select count(*) from information_schema.tables where table_schema = '%s'"
            .formatted(schema));
  }

  @Test
  void an_empty_database_is_not_valid() throws SQLException {
    assertThatThrownBy(() -> prepare(name, SchemaMode.VALIDATE))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("ORX-5101 The tables of the database schema '" + name)
        .hasMessageContaining("orchestrix.schema=migrate");
    assertThat(tables(name)).isZero();
  }

  @Test
  void what_was_migrated_is_valid_and_may_be_migrated_again() {
    prepare(name, SchemaMode.MIGRATE);

    assertThatNoException().isThrownBy(() -> prepare(name, SchemaMode.MIGRATE));
    assertThatNoException().isThrownBy(() -> prepare(name, SchemaMode.VALIDATE));
  }

  @Test
  void nobody_looks_in_the_mode_none() throws SQLException {
    prepare(name, SchemaMode.NONE);

    assertThat(tables(name)).isZero();
  }

  @Test
  void tables_of_others_in_the_schema_are_left_alone() throws SQLException {
    execute("create schema %s");
    execute("create table %s.customer (id bigint)");

    assertThatThrownBy(() -> prepare(name, SchemaMode.VALIDATE)).hasMessageStartingWith("ORX-5101");
    prepare(name, SchemaMode.MIGRATE);
    prepare(name, SchemaMode.VALIDATE);

    assertThat(count("select count(*) from \"%s\".customer".formatted(name))).isZero();
  }

  @Test
  void two_schemas_in_one_database_are_apart() throws SQLException {
    prepare(name, SchemaMode.MIGRATE);

    assertThatThrownBy(() -> prepare(name + "2", SchemaMode.VALIDATE))
        .hasMessageStartingWith("ORX-5101");
    prepare(name + "2", SchemaMode.MIGRATE);

    assertThat(tables(name)).isPositive().isEqualTo(tables(name + "2"));
  }

  @Test
  void a_script_that_was_changed_after_it_ran_is_not_valid() throws SQLException {
    prepare(name, SchemaMode.MIGRATE);
    execute("update %s.\"orx_schema_history\" set \"checksum\" = 42 where \"version\" = '1'");

    for (SchemaMode mode : new SchemaMode[] {SchemaMode.VALIDATE, SchemaMode.MIGRATE}) {
      assertThatThrownBy(() -> prepare(name, mode))
          .as(mode.name())
          .isInstanceOf(SchemaException.class)
          .hasMessageStartingWith("ORX-5101")
          .hasMessageContaining("checksum mismatch");
    }
  }
}
