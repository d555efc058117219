package io.orchestrix.schema.ejb;

import io.orchestrix.schema.Schema;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Prepares the tables while the server starts the application, which fails if they cannot be. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SchemaAtStartup {

  @Inject Schema schema;

  @PostConstruct
  void prepare() {
    schema.prepare();
  }
}
