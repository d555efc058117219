package io.orchestrix.eventstore.jpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.StoreException;
import org.junit.jupiter.api.Test;

class StorePersistenceTest {

  @Test
  void a_unit_that_the_server_does_not_have_is_explained() {
    assertThatThrownBy(new StorePersistence()::dataSource)
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "ORX-3006 The server could not make the persistence unit orchestrix")
        .hasMessageContaining("no data source jdbc/orchestrix")
        .hasMessageContaining("database is away");
  }
}
