package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.SentStatements;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.util.TypeLiteral;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a command on one aggregate sends to PostgreSQL, the commit aside. */
class CommandRoundTripsTest {

  private static final SentStatements SENT = new SentStatements();
  private static Container container;

  @BeforeAll
  static void start() {
    container = Container.startWatched(SENT, TestDatabase.postgres(), Ship.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Test
  void a_command_on_what_was_used_before_looks_at_the_stream_and_appends() {
    AggregateRepository<Ship> ships =
        container.cdi().select(new TypeLiteral<AggregateRepository<Ship>>() {}).get();
    ships.create(
        "argo",
        ship -> {
          for (int i = 0; i < 15; i++) {
            ship.happen(new Ship.Sailed());
          }
        });
    SENT.take();

    container
        .get(UnitOfWork.class)
        .get(() -> ships.update("argo", ship -> ship.happen(new Ship.Named("Argo"))));

    assertThat(SENT.take())
        .satisfiesExactly(
            look -> assertThat(look).startsWith("select").contains("orx_stream"),
            lock -> assertThat(lock).startsWith("update").contains("orx_stream"),
            append -> assertThat(append).contains("orx_event"));
    assertThat(ships.load("argo").log).hasSize(16).endsWith("overridden");
  }
}
