package io.orchestrix.cdi;

import io.orchestrix.message.jackson.PayloadSchemas;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.MessageTypes;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what the API needs to know of the application, as beans. */
@Dependent
class ApiComposition {

  @Produces
  @Singleton
  MessageTypes messageTypes(OrchestrixExtension extension, Catalog catalog, Event<Object> events) {
    return MessageTypes.of(
        catalog,
        extension.handlers(events),
        extension.queryHandlers(events),
        extension.aggregates());
  }

  @Produces
  @Singleton
  PayloadSchemas schemas() {
    return new PayloadSchemas();
  }
}
