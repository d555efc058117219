package io.orchestrix.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.SchemaMode;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class UnusableDatabaseTest {

  private static void prepare(DataSource source) {
    new Schema(() -> source, "bank", SchemaMode.VALIDATE).prepare();
  }

  /** An object of one of JDBC's many-methoded types that answers a few of the methods. */
  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  @Test
  void a_database_that_is_away_at_start_is_explained() {
    PGSimpleDataSource away = new PGSimpleDataSource();
    away.setUrl("jdbc:postgresql://localhost:1/bank");

    assertThatThrownBy(() -> prepare(away))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith(
            "ORX-5104 The database of the data source jdbc/orchestrix cannot be")
        .hasMessageContaining("Start it");
  }

  @Test
  void a_database_of_an_unknown_kind_is_named() {
    DatabaseMetaData metaData =
        answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", "Oracle"));
    Connection connection = answering(Connection.class, Map.of("getMetaData", metaData));
    DataSource oracle = answering(DataSource.class, Map.of("getConnection", connection));

    assertThatThrownBy(() -> prepare(oracle))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("ORX-5103 The data source is a Oracle")
        .hasMessageContaining("PostgreSQL and H2");
  }
}
