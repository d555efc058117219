package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.cdi.DeadlineLife;
import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.harness.Database;
import io.orchestrix.standalone.Orchestrix;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of who waits, and of a check, when the application ends. */
class SagaLifeTest {

  private static final Transfers.State STATE = new Transfers.State("T-1", "A", "B", BigDecimal.TEN);

  private static CompletableFuture<SagaInstance> waiting(Sagas sagas) {
    CompletableFuture<SagaInstance> ending =
        sagas.ending(sagas.start("transfer", "T-1", STATE)).toCompletableFuture();
    assertThat(ending).isNotDone();
    return ending;
  }

  private static void hasEnded(Sagas sagas, CompletableFuture<SagaInstance> ending) {
    assertThat(ending)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("ORX-3709");
    assertThatThrownBy(sagas::incompatible).isInstanceOf(CancellationException.class);
  }

  @Test
  void they_end_with_the_subscriptions_or_the_deadlines_of_a_server() {
    for (boolean isFirst : new boolean[] {true, false}) {
      String schema = "t" + UUID.randomUUID().toString().replace("-", "");
      try (LivingNode node = LivingNode.start(Database.H2.open(), schema)) {
        Sagas sagas = node.sagas();
        CompletableFuture<SagaInstance> ending = waiting(sagas);
        assertThat(sagas.incompatible()).isEmpty();

        if (isFirst) {
          node.container().get(SubscriptionLife.class).end();
        } else {
          node.container().get(DeadlineLife.class).end();
        }

        hasEnded(sagas, ending);
      }
    }
  }

  @Test
  void they_end_with_an_application_in_memory() {
    SagaDefinition<Transfers.State> patient =
        SagaDefinition.named("transfer", Transfers.State.class)
            .deadline("late", Duration.ofDays(1), (state, saga) -> null)
            .step("wait", (state, saga) -> null)
            .awaits(Transfers.Requested.class, "transferId")
            .build();
    Orchestrix app = Orchestrix.inMemory().module("t", module -> module.saga(patient)).start();
    CompletableFuture<SagaInstance> ending = waiting(app.sagas());

    app.close();

    hasEnded(app.sagas(), ending);
  }
}
