package io.orchestrix.eventstore.jpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.StoreException;
import org.junit.jupiter.api.Test;

class StorePersistenceTest {

  @Test
  void a_unit_that_the_server_does_not_have_is_explained() {
    assertThatThrownBy(new StorePersistence()::dataSource)
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("ORX-3006 The persistence unit orchestrix has no data source. ")
        .hasMessageContaining("Define jdbc/orchestrix");
  }
}
