package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.step;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Shipped;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParallelStepsTest {

  private final Orders orders = new Orders();

  private Rig rig(Duration timeout) {
    return orders.rig(
        saga()
            .step("a", task("a"))
            .compensatedBy(task("-a"))
            .step("b", task("b"))
            .compensatedBy(task("-b"))
            .awaits(Paid.class, "order")
            .timeout(timeout)
            .together("c", task("c"))
            .compensatedBy(task("-c"))
            .awaits(Shipped.class, "order")
            .step("d", task("d"))
            .build());
  }

  private final Rig rig = rig(Duration.ofHours(1));

  @Test
  void steps_of_one_order_do_not_wait_for_each_other() {
    place(rig);

    assertThat(orders.done).containsExactly("a", "b", "c");
    assertThat(step(rig, "b")).isEqualTo(StepStatus.STARTED);
    assertThat(step(rig, "c")).isEqualTo(StepStatus.STARTED);
  }

  @Test
  void the_next_order_waits_for_all_of_them() {
    place(rig);

    rig.happens("x/1", new Shipped("O-1"));
    assertThat(orders.done).doesNotContain("d");
    rig.happens("x/1", new Paid("O-1", 1));

    assertThat(orders.done).containsExactly("a", "b", "c", "d");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void one_that_fails_for_now_does_not_keep_the_others_from_beginning() {
    orders.fails("b", 1);

    place(rig);
    assertThat(orders.done).containsExactly("a", "c");
    rig.elapse(Duration.ofSeconds(1));

    assertThat(orders.done).containsExactly("a", "c", "b");
  }

  @Test
  void the_way_back_waits_for_a_step_under_way_that_has_a_time_out() {
    orders.refuses("c");
    place(rig);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATING);
    assertThat(orders.done).containsExactly("a", "b");

    rig.elapse(Duration.ofHours(1));

    assertThat(step(rig, "c")).isEqualTo(StepStatus.FAILED);
    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void a_step_under_way_without_a_time_out_is_taken_back_at_once() {
    Rig impatient =
        orders.rig(
            saga()
                .step("b", task("b"))
                .compensatedBy(task("-b"))
                .awaits(Paid.class, "order")
                .together("c", task("c"))
                .build());
    orders.refuses("c");

    place(impatient);

    assertThat(order(impatient).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("b", "-b");
    impatient.happens("x/1", new Paid("O-1", 1));
    assertThat(order(impatient).ignored()).hasSize(1);
  }

  @Test
  void what_has_begun_last_is_taken_back_first() {
    Rig four =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .together("b", task("b"))
                .compensatedBy(task("-b"))
                .together("c", task("c"))
                .compensatedBy(task("-c"))
                .step("d", task("d"))
                .build());
    orders.fails("a", 1).refuses("d");

    place(four);
    four.elapse(Duration.ofSeconds(1));

    assertThat(orders.done).containsExactly("b", "c", "a", "-a", "-c", "-b");
  }

  @Test
  void a_compensation_that_fails_for_now_keeps_those_before_it_waiting() {
    Rig two =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .step("b", task("b"))
                .compensatedBy(task("-b"))
                .step("c", task("c"))
                .build());
    orders.fails("-b", 1).refuses("c");
    place(two);
    assertThat(orders.done).containsExactly("a", "b");

    two.elapse(Duration.ofSeconds(1));

    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
  }
}
