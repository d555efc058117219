package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.longEnough;
import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.step;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Refused;
import io.orchestrix.saga.Orders.Shipped;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AwaitedEventsTest {

  private final Orders orders = new Orders();
  private final Rig rig =
      orders.rig(
          saga()
              .step("reserve", task("reserve"))
              .compensatedBy(task("release"))
              .step("charge", task("charge"))
              .compensatedBy(task("refund"))
              .awaits(Paid.class, "order")
              .failsOn(Refused.class, "order")
              .timeout(Duration.ofMinutes(5))
              .step("ship", task("ship"))
              .build());

  @Test
  void an_event_completes_the_step_that_awaits_it() {
    place(rig);
    assertThat(step(rig, "charge")).isEqualTo(StepStatus.STARTED);
    assertThat(orders.done).containsExactly("reserve", "charge");

    rig.happens("payment/1", new Paid("O-1", 10));

    assertThat(orders.done).containsExactly("reserve", "charge", "ship");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void an_event_of_another_instance_completes_nothing() {
    place(rig);

    rig.happens("payment/1", new Paid("O-2", 10));

    assertThat(step(rig, "charge")).isEqualTo(StepStatus.STARTED);
  }

  @Test
  void an_event_before_its_step_waits_for_it() {
    orders.fails("reserve", 1);
    place(rig);

    rig.happens("payment/1", new Paid("O-1", 10));
    assertThat(order(rig).waiting()).hasSize(1);
    rig.elapse(Duration.ofSeconds(1));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(order(rig).waiting()).isEmpty();
    assertThat(orders.done).containsExactly("reserve", "charge", "ship");
  }

  @Test
  void an_event_by_which_a_step_fails_lets_all_before_it_be_taken_back() {
    place(rig);

    rig.happens("payment/1", new Refused("O-1"));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(step(rig, "charge")).isEqualTo(StepStatus.FAILED);
    assertThat(order(rig).reason()).contains("charge", "Refused");
    assertThat(orders.done).containsExactly("reserve", "charge", "release");
  }

  @Test
  void a_step_whose_event_does_not_come_in_time_is_taken_back_as_if_it_was_done() {
    place(rig);

    rig.elapse(Duration.ofMinutes(5).minusNanos(1_000));
    assertThat(order(rig).status()).isEqualTo(SagaStatus.ACTIVE);
    rig.elapse(Duration.ofNanos(1_000));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("reserve", "charge", "refund", "release");
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void an_event_after_the_time_out_is_noted() {
    orders.fails("refund", 1);
    place(rig);
    rig.elapse(Duration.ofMinutes(5));
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATING);

    rig.happens("payment/1", new Paid("O-1", 10));

    assertThat(order(rig).ignored()).hasSize(1);
    longEnough(rig);
    assertThat(orders.done).containsExactly("reserve", "charge", "refund", "release");
  }

  @Test
  void an_event_after_the_end_is_noted_and_changes_nothing() {
    place(rig);
    rig.elapse(Duration.ofMinutes(5));

    rig.happens("payment/1", new Paid("O-1", 10));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(order(rig).ignored()).hasSize(1);
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void an_event_long_after_the_end_leaves_no_trace() {
    place(rig);
    rig.elapse(Duration.ofMinutes(5));
    rig.elapse(Duration.ofHours(1));

    rig.happens("payment/1", new Paid("O-1", 10));

    assertThat(order(rig).ignored()).isEmpty();
  }

  @Test
  void the_event_that_begins_it_leaves_no_trace_when_it_comes_after_the_end() {
    place(rig);
    rig.happens("payment/1", new Paid("O-1", 10));
    long entries = rig.sagas.journal(new SagaId("order", "O-1")).count();

    rig.happens("order/O-1", new Placed("O-1"));

    assertThat(rig.sagas.journal(new SagaId("order", "O-1"))).hasSize((int) entries);
  }

  @Test
  void an_event_that_comes_while_the_way_back_waits_for_its_step_is_taken() {
    Rig parallel =
        orders.rig(
            saga()
                .step("reserve", task("reserve"))
                .together("charge", task("charge"))
                .compensatedBy(task("refund"))
                .awaits(Paid.class, "order")
                .timeout(Duration.ofMinutes(5))
                .build());
    orders.fails("reserve", 3);
    place(parallel);
    parallel.elapse(Duration.ofSeconds(10));
    assertThat(order(parallel).status()).isEqualTo(SagaStatus.COMPENSATING);
    assertThat(orders.done).containsExactly("charge");

    parallel.happens("payment/1", new Paid("O-1", 10));

    assertThat(order(parallel).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("charge", "refund");
  }

  @Test
  void of_two_steps_that_await_the_same_type_each_gets_an_event_of_its_own() {
    Rig two =
        orders.rig(
            saga()
                .step("first", task("first"))
                .awaits(Paid.class, "order")
                .step("second", task("second"))
                .awaits(Paid.class, "order")
                .build());
    place(two);

    two.happens("payment/1", new Paid("O-1", 1));
    assertThat(step(two, "first")).isEqualTo(StepStatus.COMPLETED);
    assertThat(step(two, "second")).isEqualTo(StepStatus.STARTED);
    two.happens("payment/1", new Paid("O-1", 2));

    assertThat(order(two).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void of_two_parallel_steps_that_await_the_same_type_each_gets_an_event_of_its_own() {
    Rig two =
        orders.rig(
            saga()
                .step("first", task("first"))
                .awaits(Paid.class, "order")
                .together("second", task("second"))
                .awaits(Paid.class, "order")
                .build());
    place(two);

    two.happens("payment/1", new Paid("O-1", 1), new Paid("O-1", 2));

    assertThat(order(two).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void a_method_takes_the_event_that_completes_a_step_as_well() {
    Rig both =
        orders.rig(
            saga()
                .step("charge", task("charge"))
                .awaits(Paid.class, "order")
                .on(Paid.class, (o, e, saga) -> new Orders.Order("O-1", e.amount()), "order")
                .step("ship", (o, saga) -> new Orders.Task("ship " + o.paid()))
                .build());
    place(both);

    both.happens("payment/1", new Paid("O-1", 7));

    assertThat(orders.done).containsExactly("charge", "ship 7");
  }

  @Test
  void a_method_that_ends_it_cannot_undo_that_its_step_has_failed() {
    Rig both =
        orders.rig(
            saga()
                .step("reserve", task("reserve"))
                .compensatedBy(task("release"))
                .step("charge", task("charge"))
                .awaits(Paid.class, "order")
                .failsOn(Refused.class, "order")
                .on(
                    Refused.class,
                    (o, e, saga) -> {
                      saga.complete();
                      return null;
                    },
                    "order")
                .build());
    place(both);

    both.happens("payment/1", new Refused("O-1"));

    assertThat(order(both).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("reserve", "charge", "release");
  }

  @Test
  void an_event_that_a_method_takes_completes_a_later_step_too() {
    Rig both =
        orders.rig(
            Orders.saga()
                .on(
                    Paid.class,
                    (o, e, saga) -> new Orders.Order("O-1", o == null ? 0 : o.paid() + e.amount()),
                    "order")
                .step("a", task("a"))
                .awaits(Shipped.class, "order")
                .step("b", task("b"))
                .awaits(Paid.class, "order")
                .build());
    place(both);

    both.happens("payment/1", new Paid("O-1", 7)); // b has not begun
    assertThat(order(both).state()).isEqualTo(java.util.Map.of("id", "O-1", "paid", 7));
    both.happens("x/1", new Shipped("O-1"));

    assertThat(order(both).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(order(both).state()).isEqualTo(java.util.Map.of("id", "O-1", "paid", 7));
  }

  @Test
  void one_that_goes_back_before_it_has_a_state_takes_no_more_events() {
    Rig stateless =
        orders.rig(
            SagaDefinition.named("order", Orders.Order.class)
                .startsOn(
                    Placed.class,
                    e -> {
                      throw Orders.noLuck();
                    },
                    "order")
                .on(Paid.class, (o, e, saga) -> new Orders.Task("take " + o), "order")
                .build());
    place(stateless);
    longEnough(stateless);
    assertThat(order(stateless).status()).isEqualTo(SagaStatus.QUARANTINED);
    stateless.happens("payment/1", new Paid("O-1", 7));

    stateless.sagas.operate(
        new SagaId("order", "O-1"), OperatorAction.COMPENSATE, "Ada", "never mind");
    stateless.settle();

    assertThat(order(stateless).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).isEmpty();
  }
}
