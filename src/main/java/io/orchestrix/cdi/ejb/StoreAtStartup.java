package io.orchestrix.cdi.ejb;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StoredTypes;
import io.orchestrix.message.EventFormat;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Makes the store, which prepares its tables, while the server starts the application; that fails
 * if they cannot be.
 *
 * <p>The store is made here and not by whoever needs it first: that may be a health check, which
 * WildFly runs on a thread without {@code java:comp} and {@code java:app}.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreAtStartup {

  @Inject Instance<EventStore> store;
  @Inject Instance<EventFormat> format;

  @PostConstruct
  void prepare() {
    StoredTypes.warnOfUnreadable(store.get(), format.get());
  }
}
