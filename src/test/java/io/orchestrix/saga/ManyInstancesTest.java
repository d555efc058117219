package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Shipped;
import io.orchestrix.saga.Orders.Task;
import io.orchestrix.saga.SagaEvent.StepStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of instances wait for an event, and for a day at most. */
class ManyInstancesTest {

  private final Orders orders = new Orders().fails("thank O-7");

  private Rig rig(Kept kept) {
    return new Rig(
        kept,
        orders.commands,
        SagaDefinition.named("order", Order.class)
            .startsOn(Placed.class, e -> new Order(e.order(), 0), "order")
            .step("pay", (o, saga) -> null)
            .awaits(Paid.class, "order")
            .timeout(Duration.ofDays(1))
            .on(Shipped.class, (o, e, saga) -> new Task("thank " + e.order()), "order")
            .build());
  }

  /** The median of some beats of a node, which looks whether there is something to be done. */
  private static long beat(Rig rig) {
    List<String> names = rig.handlers().stream().map(DeadlineHandler::name).toList();
    return IntStream.range(0, 101)
        .mapToLong(
            i -> {
              long begun = System.nanoTime();
              rig.deadlines.next(names);
              rig.sagas.node().subscriptions();
              return System.nanoTime() - begun;
            })
        .sorted()
        .skip(50)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"IN_MEMORY, 10000", "ON_POSTGRES, 2000"})
  void those_that_wait_cost_nothing_and_one_that_fails_is_quarantined_alone(
      Kept.Kind kind, int many) {
    try (Kept kept = kind.open(Orders.EVENTS)) {
      Rig rig = rig(kept);
      beat(rig);
      long without = beat(rig);
      Instant tomorrow = Rig.START.plus(Duration.ofDays(1));
      new Waiting(rig.services, rig.sagas.definitions().get(0))
          .put(
              IntStream.range(0, many).mapToObj(i -> "O-" + i).toList(),
              key -> new Order(key, 0),
              new StepStarted("pay", true, tomorrow, Effects.NONE),
              tomorrow);
      assertThat(rig.sagas.counts())
          .containsExactly(new SagaCount("order", 1, SagaStatus.ACTIVE, many));

      assertThat(beat(rig)).isLessThan(5 * without + Duration.ofMillis(1).toNanos());

      rig.happens(
          "parcels/1",
          IntStream.range(0, 20).mapToObj(i -> new Shipped("O-" + i)).toArray(Event[]::new));
      rig.elapse(Duration.ofMinutes(1));
      rig.happens(
          "payments/1",
          IntStream.range(0, 20).mapToObj(i -> new Paid("O-" + i, i)).toArray(Event[]::new));
      assertThat(rig.instance("order", "O-7").status()).isEqualTo(SagaStatus.QUARANTINED);
      assertThat(orders.done).hasSize(19);
      assertThat(rig.sagas.counts())
          .containsExactly(
              new SagaCount("order", 1, SagaStatus.ACTIVE, many - 20),
              new SagaCount("order", 1, SagaStatus.COMPLETED, 19),
              new SagaCount("order", 1, SagaStatus.QUARANTINED, 1));
    }
  }
}
