package io.orchestrix.cdi.ejb;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.schema.Schema;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Prepares the tables and the store while the server starts the application, which fails if they
 * cannot be.
 *
 * <p>The store is made here and not by whoever needs it first: that may be a health check, which
 * WildFly runs on a thread without {@code java:comp} and {@code java:app}.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreAtStartup {

  @Inject Schema schema;
  @Inject Instance<EventStore> store;

  @PostConstruct
  void prepare() {
    schema.prepare();
    store.get();
  }
}
