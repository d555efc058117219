package io.orchestrix.schema;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.SchemaMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * The tables of the application: validated or brought up to date once, before anybody uses them.
 * Thread-safe.
 *
 * <p>Each folder of scripts holds an empty file named {@code flyway.location}: without it Flyway
 * finds no script on Open Liberty. There it also logs as an error that it found no callbacks, for
 * which nobody asked; that line means nothing.
 */
public final class Schema {

  private final Supplier<DataSource> dataSource;
  private final String name;
  private final SchemaMode mode;
  private boolean prepared;

  /**
   * @param dataSource where the tables are
   * @param name the database schema that holds them
   * @param mode what to do about them
   */
  public Schema(Supplier<DataSource> dataSource, String name, SchemaMode mode) {
    this.dataSource = dataSource;
    this.name = name;
    this.mode = mode;
  }

  /**
   * Does what the mode says, once. Call it outside of any transaction.
   *
   * @throws SchemaException if the tables are missing, in another version, or cannot be made
   */
  public synchronized void prepare() {
    if (prepared || mode == SchemaMode.NONE) {
      return;
    }
    try {
      Flyway flyway = flyway();
      if (flyway.info().all().length == 0) {
        throw SchemaException.noScripts();
      }
      validate(flyway);
      if (mode == SchemaMode.MIGRATE) {
        flyway.migrate();
      }
      prepared = true;
    } catch (FlywayException e) {
      throw SchemaException.failed(name, e);
    }
  }

  private void validate(Flyway flyway) {
    ValidateResult result = flyway.validateWithResult();
    if (!result.validationSuccessful) {
      throw SchemaException.invalid(name, result.getAllErrorMessages());
    }
  }

  private Flyway flyway() {
    ClassLoader ours = Schema.class.getClassLoader();
    DataSource source = source();
    return Flyway.configure(ours)
        .dataSource(source)
        .locations("classpath:META-INF/orchestrix/db/" + folder(source))
        .schemas(name)
        .table("orx_schema_history")
        .baselineOnMigrate(true) // the application's own tables may be there already
        .baselineVersion("0")
        .ignoreMigrationPatterns(ignored())
        .load();
  }

  private DataSource source() {
    try {
      return dataSource.get();
    } catch (OrchestrixException e) {
      throw e;
    } catch (RuntimeException e) { // no persistence unit can be made without its database
      throw SchemaException.unreachable(e);
    }
  }

  /**
   * What validation does not mind: newer tables, and when they are about to be made, older ones.
   */
  private String[] ignored() {
    return mode == SchemaMode.MIGRATE
        ? new String[] {"*:future", "*:pending"}
        : new String[] {"*:future"};
  }

  private static String folder(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "PostgreSQL" -> "postgresql";
        case "H2" -> "h2";
        default -> throw SchemaException.unknownDatabase(product);
      };
    } catch (SQLException e) {
      throw SchemaException.unreachable(e);
    }
  }
}
