package io.orchestrix.eventstore;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JpaEventStoreOnPostgresTest extends EventStoreConformance {

  private static Container container;

  @BeforeAll
  static void start() {
    container = Container.start(TestDatabase.postgres(), Noted.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Override
  EventStore store() {
    return container.get(EventStore.class);
  }
}
