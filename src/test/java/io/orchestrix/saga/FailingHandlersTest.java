package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.longEnough;
import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Shipped;
import io.orchestrix.saga.Orders.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailingHandlersTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();
  private boolean isBroken = true;

  private Order begin(Placed e) {
    if (isBroken && e.order().equals("O-1")) {
      throw Orders.noLuck();
    }
    return new Order(e.order(), 0);
  }

  private final Rig rig =
      orders.rig(
          SagaDefinition.named("order", Order.class)
              .startsOn(Placed.class, this::begin, "order")
              .on(Paid.class, (o, e, saga) -> new Task("paid " + e.amount()), "order")
              .deadline("late", Duration.ofMinutes(1), task("late"))
              .step("a", task("a"))
              .awaits(Shipped.class, "order")
              .build());

  @Test
  void a_start_that_fails_is_tried_again_and_what_follows_waits_for_it() {
    rig.happens("order/O-1", new Placed("O-1"), new Paid("O-1", 1));
    assertThat(order(rig).failing()).hasSize(1);
    assertThat(order(rig).waiting()).hasSize(2);
    isBroken = false;

    rig.elapse(Duration.ofSeconds(1));

    assertThat(orders.done).containsExactly("paid 1", "a");
  }

  @Test
  void a_start_that_never_succeeds_is_quarantined_alone() {
    place(rig);
    rig.happens("order/O-2", new Placed("O-2"));
    rig.elapse(Duration.ofSeconds(10));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(rig.instance("order", "O-2").status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(orders.done).containsExactly("a");
  }

  @Test
  void without_a_state_it_cannot_go_on_but_be_tried_again_or_end() {
    place(rig);
    rig.elapse(Duration.ofSeconds(10));

    assertThatThrownBy(() -> rig.sagas.operate(ID, OperatorAction.SKIP, "Ada", ""))
        .hasMessageContaining("ORX-3717");
    rig.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "never mind");
    rig.settle();

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void tried_again_by_hand_it_begins() {
    place(rig);
    rig.elapse(Duration.ofSeconds(10));
    isBroken = false;

    rig.sagas.operate(ID, OperatorAction.RETRY, "Ada", "mended");
    rig.settle();

    assertThat(orders.done).containsExactly("a");
  }

  @Test
  void a_start_that_gives_no_state_fails_and_says_so() {
    Rig none =
        orders.rig(
            SagaDefinition.named("order", Order.class)
                .<Placed>startsOn(Placed.class, FailingHandlersTest::nothing, "order")
                .step("a", task("a"))
                .build());

    place(none);
    longEnough(none);

    assertThat(order(none).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(order(none).reason()).contains("ORX-3707");
  }

  @SuppressWarnings("NullAway") // as a method that has forgotten it
  private static Order nothing(Placed e) {
    return null;
  }

  @Test
  void events_wait_in_order_behind_one_that_fails() {
    isBroken = false;
    orders.fails("paid 1", 2);
    place(rig);

    rig.happens("payment/1", new Paid("O-1", 1), new Paid("O-1", 2), new Paid("O-1", 3));
    assertThat(orders.done).containsExactly("a");
    rig.elapse(Duration.ofSeconds(10));

    assertThat(orders.done).containsExactly("a", "paid 1", "paid 2", "paid 3");
  }

  @Test
  void an_event_that_never_succeeds_quarantines_and_can_be_left_out() {
    isBroken = false;
    orders.fails("paid 1");
    place(rig);
    rig.happens("payment/1", new Paid("O-1", 1), new Paid("O-1", 2));
    rig.elapse(Duration.ofSeconds(10));
    assertThat(order(rig).status()).isEqualTo(SagaStatus.QUARANTINED);

    rig.sagas.operate(ID, OperatorAction.SKIP, "Ada", "");
    rig.settle();

    assertThat(orders.done).containsExactly("a", "paid 2");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.ACTIVE);
  }

  @Test
  void a_deadline_that_never_succeeds_quarantines_and_can_be_left_out() {
    isBroken = false;
    orders.fails("late");
    place(rig);
    longEnough(rig);
    assertThat(order(rig).quarantined()).isEqualTo(WorkId.deadline("late"));
    assertThat(orders.tried.stream().filter("late"::equals)).hasSize(3);

    rig.sagas.operate(ID, OperatorAction.SKIP, "Ada", "");
    longEnough(rig);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(orders.tried.stream().filter("late"::equals)).hasSize(3);
  }

  @Test
  void a_deadline_that_was_quarantined_comes_when_it_is_tried_again() {
    isBroken = false;
    orders.fails("late", 3);
    place(rig);
    longEnough(rig);

    rig.sagas.operate(ID, OperatorAction.RETRY, "Ada", "");
    rig.settle();

    assertThat(orders.done).containsExactly("a", "late");
  }

  @Test
  void an_event_that_this_release_cannot_read_quarantines_its_instance_and_can_be_left_out() {
    isBroken = false;
    orders.fails("paid 1", 1);
    place(rig);
    rig.happens("payment/1", new Paid("O-1", 1)); // which is to be tried again
    Rig without =
        new Rig(
            rig.kept.with(Kept.inMemory(List.of(Placed.class, Shipped.class)).format()),
            orders.commands,
            saga().step("a", task("a")).awaits(Shipped.class, "order").build());

    without.elapse(Duration.ofSeconds(10));

    assertThat(order(without).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(order(without).reason()).contains("ORX-1004");
    without.sagas.operate(ID, OperatorAction.SKIP, "Ada", "");
    without.happens("order/O-1", new Shipped("O-1"));
    assertThat(order(without).status()).isEqualTo(SagaStatus.COMPLETED);
  }
}
