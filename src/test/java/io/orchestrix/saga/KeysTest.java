package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Task;
import io.orchestrix.subscription.HandlesEvent;
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

  @Test
  void an_event_completes_a_step_only_in_the_instance_that_has_its_key() {
    rig.happens("order/O-1", new Opened("O-1", null));

    rig.happens("order/O-1", new Opened("O-1", "O-7")); // it finds O-1 as if it began it

    assertThat(rig.instance("order", "O-1").status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(rig.instance("order", "O-1").ignored()).hasSize(1);
  }

  record Bought(String id, String invoice) implements Event {}

  record Changed(String what) implements Event {}

  record Settled(String bill, boolean isFull) implements Event {}

  record Bounced(String bill) implements Event {}

  private static final List<Class<? extends Event>> EVENTS =
      List.of(Bought.class, Changed.class, Settled.class, Bounced.class);

  /** Found by its own key under another name, and by a further one. */
  @Saga("purchase")
  static class Purchase {
    @StartsOn
    @Correlate("id")
    Order bought(@HandlesEvent Bought e, SagaContext saga) {
      saga.correlate("invoice", e.invoice());
      return new Order(e.id(), 0);
    }

    @Correlate("what")
    Task changed(@HandlesEvent Changed e) {
      return new Task("changed " + e.what());
    }

    @Step(
        order = 1,
        awaits = Settled.class,
        failsOn = Bounced.class,
        correlatedBy = "bill",
        correlationKey = "invoice")
    Command demand(Order order) {
      return new Task("demand " + order.id());
    }

    @Correlate(value = "bill", key = "invoice")
    Task settled(@HandlesEvent Settled e) {
      return new Task("settled " + e.bill());
    }
  }

  private static SagaDefinition<Order> built() {
    return SagaDefinition.named("purchase", Order.class)
        .step(
            "demand",
            (order, saga) -> {
              saga.correlate("invoice", "I-" + order.id());
              return new Task("demand " + order.id());
            })
        .awaits(Settled.class, Correlation.byKey("invoice", "bill"))
        .failsOn(Bounced.class, Correlation.byKey("invoice", "bill"))
        .on(Changed.class, (o, e, saga) -> new Task("changed " + e.what()), "what")
        .on(
            Settled.class,
            (o, e, saga) -> new Task("settled " + e.bill()),
            Correlation.byKey("invoice", "bill"))
        .build();
  }

  private Rig purchases(SagaDefinition<?> definition) {
    return new Rig(orders.commands, EVENTS, definition);
  }

  private void meets(Rig own) {
    own.happens("x/1", new Changed("A"), new Changed("I-A"));
    own.happens("x/1", new Settled("A", true), new Settled("I-A", true), new Bounced("I-B"));

    assertThat(orders.done)
        .containsExactlyInAnyOrder("demand A", "demand B", "changed A", "settled I-A");
    assertThat(own.instance("purchase", "A").status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(own.instance("purchase", "B").status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void events_find_an_instance_of_a_class_by_its_own_key_unless_another_is_named() {
    Rig own = purchases(Transfers.definition(Purchase.class, new Purchase()));
    own.happens("x/1", new Bought("A", "I-A"), new Bought("B", "I-B"));

    meets(own);
  }

  @Test
  void events_find_an_instance_of_a_builder_by_its_own_key_unless_another_is_named() {
    Rig own = purchases(built());
    own.sagas.start("purchase", "A", new Order("A", 0));
    own.sagas.start("purchase", "B", new Order("B", 0));
    own.settle();

    meets(own);
  }
}
