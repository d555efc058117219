package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By which keys events begin instances, and find them. */
class KeysTest {

  record Opened(String order, @Nullable String parent) implements Event {}

  private final Orders orders = new Orders();
  private final Rig rig =
      new Rig(
          orders.commands,
          List.of(Opened.class),
          SagaDefinition.named("order", Order.class)
              .startsOn(Opened.class, e -> new Order(e.order(), 0), "order")
              .step("a", task("a"))
              .awaits(Opened.class, "parent")
              .build());

  private List<String> keys() {
    return rig.sagas.page(SagaQuery.ALL, null, 10).stream().map(row -> row.id().key()).toList();
  }

  @Test
  void an_event_begins_an_instance_under_the_key_of_its_start_only() {
    rig.happens("order/O-1", new Opened("O-1", null));
    rig.happens("order/O-2", new Opened("O-2", "O-1"));
    rig.happens("order/O-3", new Opened("O-3", "O-9"));

    assertThat(keys()).containsExactly("O-1", "O-2", "O-3");
    assertThat(rig.instance("order", "O-1").status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(rig.instance("order", "O-2").status()).isEqualTo(SagaStatus.ACTIVE);
  }
}
