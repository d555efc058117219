package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.longEnough;
import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.step;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Refused;
import io.orchestrix.saga.Orders.Shipped;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PivotTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();
  private final Rig rig =
      orders.rig(
          saga()
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .step("b", task("b"))
              .compensatedBy(task("-b"))
              .pivot()
              .step("c", task("c"))
              .on(
                  Paid.class,
                  (o, e, saga) -> {
                    saga.compensate("changed my mind");
                    return null;
                  },
                  "order")
              .build());

  @Test
  void the_pivot_itself_may_fail() {
    orders.refuses("b");

    place(rig);

    assertThat(orders.done).containsExactly("a", "-a");
  }

  @Test
  void behind_it_a_step_is_tried_as_often_as_a_compensation_even_if_it_is_refused() {
    orders.refuses("c");

    place(rig);
    longEnough(rig);

    assertThat(orders.tried.stream().filter("c"::equals)).hasSize(10);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(order(rig).quarantined()).isEqualTo(WorkId.step("c"));
    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void behind_it_a_step_that_fails_nine_times_is_done_in_the_end() {
    orders.fails("c", 9);

    place(rig);
    longEnough(rig);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void behind_it_nothing_happens_when_a_method_lets_it_be_taken_back() {
    orders.fails("c", 1);
    place(rig);

    rig.happens("x/1", new Paid("O-1", 1));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(order(rig).failing()).extracting(FailedWork::work).containsExactly(WorkId.step("c"));
  }

  @Test
  void behind_it_an_operator_cannot_let_it_be_taken_back() {
    orders.fails("c");
    place(rig);
    longEnough(rig);

    assertThatThrownBy(() -> rig.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "no"))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3706");
  }

  private final Rig awaiting =
      orders.rig(
          saga()
              .step("b", task("b"))
              .pivot()
              .step("c", task("c"))
              .awaits(Shipped.class, "order")
              .timeout(Duration.ofMinutes(5))
              .build());

  @Test
  void behind_it_a_step_whose_event_does_not_come_is_tried_again_by_an_operator() {
    place(awaiting);
    awaiting.elapse(Duration.ofMinutes(5));
    assertThat(order(awaiting).status()).isEqualTo(SagaStatus.QUARANTINED);

    awaiting.sagas.operate(ID, OperatorAction.RETRY, "Ada", "once more");
    awaiting.elapse(Duration.ofMinutes(4));

    assertThat(step(awaiting, "c")).isEqualTo(StepStatus.STARTED);
    assertThat(orders.done).containsExactly("b", "c", "c");
    assertThat(orders.key(2)).isNotEqualTo(orders.key(1)); // or the bus would not do it again
    awaiting.happens("x/1", new Shipped("O-1"));
    assertThat(order(awaiting).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void an_event_that_comes_to_a_quarantined_one_completes_its_step_when_it_goes_on() {
    place(awaiting);
    awaiting.elapse(Duration.ofMinutes(5));
    awaiting.happens("x/1", new Shipped("O-1"));
    assertThat(order(awaiting).status()).isEqualTo(SagaStatus.QUARANTINED);

    awaiting.sagas.operate(ID, OperatorAction.RETRY, "Ada", "it is there now");
    awaiting.settle();

    assertThat(order(awaiting).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(orders.done).containsExactly("b", "c");
  }

  private final Rig awaitingPivot =
      orders.rig(
          saga()
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .step("b", task("b"))
              .pivot()
              .awaits(Shipped.class, "order")
              .failsOn(Refused.class, "order")
              .timeout(Duration.ofMinutes(5))
              .on(
                  Paid.class,
                  (o, e, saga) -> {
                    saga.compensate("changed my mind");
                    return null;
                  },
                  "order")
              .build());

  @Test
  void a_pivot_whose_event_does_not_come_may_have_happened_so_nothing_is_taken_back() {
    place(awaitingPivot);
    awaitingPivot.elapse(Duration.ofMinutes(5));

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(step(awaitingPivot, "b")).isEqualTo(StepStatus.UNKNOWN);
    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void a_pivot_whose_event_comes_late_is_done_when_an_operator_lets_it_go_on() {
    place(awaitingPivot);
    awaitingPivot.elapse(Duration.ofMinutes(5));
    awaitingPivot.happens("x/1", new Shipped("O-1"));

    awaitingPivot.sagas.operate(ID, OperatorAction.RETRY, "Ada", "it is there now");
    awaitingPivot.settle();

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void an_operator_who_knows_that_it_has_not_happened_lets_it_be_taken_back() {
    place(awaitingPivot);
    awaitingPivot.elapse(Duration.ofMinutes(5));

    awaitingPivot.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "they know of nothing");
    awaitingPivot.settle();

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "b", "-a");
  }

  @Test
  void a_pivot_that_fails_by_an_event_is_taken_back() {
    place(awaitingPivot);

    awaitingPivot.happens("x/1", new Refused("O-1"));

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "b", "-a");
  }

  @Test
  void while_it_awaits_its_event_nobody_lets_it_be_taken_back() {
    place(awaitingPivot);

    awaitingPivot.happens("x/1", new Paid("O-1", 1));

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.ACTIVE);
    assertThatThrownBy(
            () -> awaitingPivot.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "no"))
        .hasMessageContaining("ORX-3706");
    awaitingPivot.happens("x/2", new Shipped("O-1"));
    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void a_pivot_outside_that_is_given_up_may_have_happened_so_nothing_is_taken_back() {
    Rig outside =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .step(
                    "b",
                    (o, saga) -> {
                      throw Orders.noLuck();
                    })
                .pivot()
                .outside()
                .build());

    place(outside);
    longEnough(outside);

    assertThat(order(outside).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(order(outside).quarantined()).isEqualTo(WorkId.step("b"));
    assertThat(orders.done).containsExactly("a");
  }

  @Test
  void a_pivot_that_is_refused_when_it_is_done_again_may_have_happened_the_first_time() {
    place(awaitingPivot);
    awaitingPivot.elapse(Duration.ofMinutes(5));
    orders.refuses("b");

    awaitingPivot.sagas.operate(ID, OperatorAction.RETRY, "Ada", "once more");
    awaitingPivot.settle();

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(step(awaitingPivot, "b")).isEqualTo(StepStatus.UNKNOWN);
    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void a_late_refusal_of_a_pivot_that_was_done_again_takes_nothing_back() {
    place(awaitingPivot);
    awaitingPivot.elapse(Duration.ofMinutes(5));
    awaitingPivot.sagas.operate(ID, OperatorAction.RETRY, "Ada", "once more");
    awaitingPivot.settle();

    awaitingPivot.happens("x/1", new Refused("O-1")); // of the first or of the second

    assertThat(order(awaitingPivot).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(orders.done).containsExactly("a", "b", "b");
  }
}
