package io.orchestrix.eventstore.jpa;

import io.orchestrix.config.Settings;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/** Puts every table of the persistence unit into the application's own database schema. */
public class ApplicationSchema extends PhysicalNamingStrategyStandardImpl {

  private static final long serialVersionUID = 1L;

  @Override
  public Identifier toPhysicalSchemaName(
      @Nullable Identifier logicalName, JdbcEnvironment environment) {
    return Identifier.toIdentifier(Settings.ofApplication().databaseSchema(), true);
  }
}
