package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Shipped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A step that takes long keeps its instance to itself, and holds up nothing else. */
@ParameterizedClass
@EnumSource
class LongTurnsTest {

  private final Orders orders = new Orders();
  private final AtomicInteger calls = new AtomicInteger();
  private final Kept kept;
  private final Rig rig;
  private Runnable meanwhile = () -> {};

  LongTurnsTest(Kept.Kind kind) {
    kept = kind.open(Orders.EVENTS);
    rig =
        new Rig(
            kept,
            orders.commands,
            saga()
                .step(
                    "call",
                    (o, saga) -> {
                      calls.incrementAndGet();
                      meanwhile.run();
                      return "called";
                    })
                .outside()
                .step("paid", task("ask for money"))
                .awaits(Paid.class, "order")
                .on(Shipped.class, (o, e, saga) -> new Orders.Task("thank"), "order")
                .build());
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private void othersGoOn() {
    rig.append("payment/1", new Paid("O-1", 1), new Shipped("O-1"));
    rig.append("order/O-2", new Placed("O-2"));
    assertThat(rig.deliver()).isTrue();
  }

  @Test
  void events_arrive_while_a_step_takes_long_and_it_is_done_once() {
    rig.append("order/O-1", new Placed("O-1"));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          CompletableFuture.runAsync(this::othersGoOn).orTimeout(20, TimeUnit.SECONDS).join();
        };

    rig.settle();

    assertThat(calls).hasValue(2);
    assertThat(orders.done).contains("thank", "ask for money");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(rig.instance("order", "O-2").status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(rig.next()).isEmpty();
  }
}
