package io.orchestrix.schema;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** The tables are not as they must be, or cannot be made so. The application does not start. */
public final class SchemaException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private SchemaException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  static SchemaException invalid(String schema, String findings) {
    return new SchemaException(
        "ORX-5101",
        ("The tables of the database schema '%s' are not those of this version: %s. Set "
                + "orchestrix.schema=migrate, or run the scripts of META-INF/orchestrix/db with Flyway; undo changes to scripts that have run.")
            .formatted(schema, findings.strip().replaceAll("\\s*\\R\\s*", " ")),
        null);
  }

  static SchemaException failed(String schema, Throwable cause) {
    return new SchemaException(
        "ORX-5102",
        "The tables of the database schema '%s' could not be checked or made: %s. Look whether the database user may create them."
            .formatted(schema, firstLine(cause)),
        cause);
  }

  static SchemaException unknownDatabase(String product) {
    return new SchemaException(
        "ORX-5103",
        "The data source is a %s; there are scripts for PostgreSQL and H2. Use one of them, or make the tables yourself and set orchestrix.schema=none."
            .formatted(product),
        null);
  }

  static SchemaException unreachable(Throwable cause) {
    return new SchemaException(
        "ORX-5104",
        "The database of the data source jdbc/orchestrix cannot be reached: %s. Start it, then start the application again."
            .formatted(firstLine(cause)),
        cause);
  }

  static SchemaException noScripts() {
    return new SchemaException(
        "ORX-5105",
        "Flyway found none of the scripts in META-INF/orchestrix/db. Deploy orchestrix.jar in WEB-INF/lib, complete and unpacked by nobody.",
        null);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
