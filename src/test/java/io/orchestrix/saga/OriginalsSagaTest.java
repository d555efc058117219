package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.saga.Orders.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the Python original does with sagas, fact by fact. */
class OriginalsSagaTest {

  private static final Order INPUT = new Order("O-1", 5);
  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();
  private final List<Object> seen = new ArrayList<>();
  private final Rig rig =
      orders.rig(
          SagaDefinition.named("order", Order.class)
              .step("a", task("a"))
              .compensatedBy(
                  (o, saga) -> {
                    seen.add(String.valueOf(saga.result("a", String.class)));
                    return new Orders.Task("-a");
                  })
              .step(
                  "b",
                  (o, saga) -> {
                    seen.add(o);
                    return new Orders.Task("b");
                  })
              .compensatedBy(task("-b"))
              .step("c", task("c"))
              .compensatedBy(task("-c"))
              .build());

  private void run() {
    rig.sagas.start("order", "O-1", INPUT);
    rig.elapse(Duration.ofHours(2));
  }

  private SagaInstance instance() {
    return rig.sagas.find(ID).orElseThrow();
  }

  @Test
  void a_name_is_required() {
    assertThatThrownBy(() -> SagaDefinition.named("", Order.class).step("a", task("a")).build())
        .isInstanceOf(InvalidSagaException.class);
  }

  @Test
  void steps_are_done_in_their_order_with_the_input() {
    run();

    assertThat(orders.done).containsExactly("a", "b", "c");
    assertThat(seen).containsExactly(INPUT);
  }

  @Test
  void the_result_is_that_of_the_last_step() {
    run();

    assertThat(rig.sagas.execute("order", "O-1", INPUT, String.class, Duration.ofSeconds(1)))
        .isEqualTo("c-3");
  }

  private @Nullable Object result(SagaBuilder<Order> saga) {
    Rig own = orders.rig(saga.build());
    own.sagas.start("order", "O-1", INPUT);
    own.elapse(Duration.ofHours(2));
    return order(own).result();
  }

  @Test
  void a_last_step_without_a_result_leaves_none() {
    assertThat(result(saga().step("a", task("a")).step("b", (o, saga) -> null))).isNull();
  }

  @Test
  void the_result_of_a_saga_that_a_step_ends_is_that_of_the_step() {
    SagaBuilder<Order> ended =
        saga()
            .step("a", task("a"))
            .step(
                "b",
                (o, saga) -> {
                  saga.complete();
                  return null;
                })
            .step("c", task("c"));

    assertThat(result(ended)).isNull();
  }

  @Test
  void the_result_of_a_saga_that_ends_in_between_is_that_of_the_last_step_that_is_done() {
    SagaBuilder<Order> ended =
        saga()
            .step("a", task("a"))
            .step("b", task("b"))
            .retry(Rig.policy(10, Duration.ofHours(1)))
            .deadline(
                "enough",
                Duration.ofMinutes(1),
                (o, saga) -> {
                  saga.complete();
                  return null;
                });
    orders.fails("b");

    assertThat(result(ended)).isEqualTo("a-1");
  }

  @Test
  void each_step_has_a_status_a_result_an_error_and_times() {
    orders.refuses("c");
    run();

    assertThat(instance().steps()).extracting(StepProgress::step).containsExactly("a", "b", "c");
    assertThat(instance().step("a"))
        .satisfies(
            step -> {
              assertThat(step.status()).isEqualTo(StepStatus.COMPENSATED);
              assertThat(step.result()).isEqualTo("a-1");
              assertThat(step.startedAt()).isEqualTo(Rig.START);
              assertThat(step.endedAt()).isNotNull();
            });
    assertThat(instance().step("c"))
        .satisfies(step -> assertThat(step.failure()).contains("The shop is closed."));
  }

  @Test
  void a_failure_compensates_in_reverse_and_is_told_to_who_waits() {
    // A defect there: the failed step is compensated as well. Here it is not, as it left nothing.
    orders.refuses("c");
    run();

    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
    assertThatThrownBy(
            () -> rig.sagas.execute("order", "O-1", INPUT, String.class, Duration.ofSeconds(1)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("The shop is closed.");
  }

  @Test
  void a_compensation_gets_the_results_of_the_steps() {
    orders.refuses("c");
    run();

    assertThat(seen).containsExactly(INPUT, "a-1");
  }

  @Test
  void a_step_without_compensation_is_passed_on_the_way_back() {
    Rig own =
        orders.rig(
            SagaDefinition.named("order", Order.class)
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .step("b", task("b"))
                .step("c", task("c"))
                .build());
    orders.refuses("c");

    own.sagas.start("order", "O-1", INPUT);
    own.settle();

    assertThat(orders.done).containsExactly("a", "b", "-a");
  }

  @Test
  void a_failing_compensation_is_seen() {
    // There the step is marked as failed and the rest goes on. Here nothing is dropped: it is tried
    // again, and then waits for somebody to look.
    orders.refuses("c").fails("-b");
    run();

    assertThat(instance().status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void an_instance_is_found_by_the_key_of_the_business() {
    // A defect there: the id is random, so nobody finds it, and starting twice makes two.
    run();
    run();

    assertThat(orders.done).hasSize(3);
  }

  @Test
  void after_a_restart_it_goes_on_at_its_step() {
    // A defect there: nothing is kept, it would begin at step 0.
    orders.fails("b", 1);
    rig.sagas.start("order", "O-1", INPUT);
    rig.settle();
    assertThat(orders.done).containsExactly("a");
    Rig next =
        new Rig(
            rig.kept,
            orders.commands,
            SagaDefinition.named("order", Order.class)
                .step("a", task("a"))
                .step("b", task("b"))
                .build());

    next.elapse(Duration.ofMinutes(1));

    assertThat(orders.done).containsExactly("a", "b");
  }

  @Test
  void a_step_needs_a_name_and_an_action() {
    // There they may be empty strings and None, which shows when the saga runs. Here it is not
    // built.
    assertThatThrownBy(() -> SagaDefinition.named("order", Order.class).step("", task("a")).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SagaDefinition.named("order", Order.class).step("a", none()).build())
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> SagaDefinition.named("order", Order.class).build())
        .isInstanceOf(InvalidSagaException.class);
  }

  @SuppressWarnings("NullAway") // as somebody without a checker does
  private static SagaAction<Order> none() {
    return null;
  }

  @Test
  void it_is_pending_then_in_progress_then_completed() {
    // Pending and in progress are one here: what is active has begun, whether or not a step has.
    orders.fails("b", 1);
    rig.sagas.start("order", "O-1", INPUT);
    assertThat(instance().status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(instance().steps()).isEmpty();

    rig.settle();
    assertThat(instance().status()).isEqualTo(SagaStatus.ACTIVE);
    assertThat(instance().steps()).extracting(StepProgress::step).contains("a");

    rig.elapse(Duration.ofHours(2));
    assertThat(instance().status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void it_is_compensating_then_compensated_and_not_merely_failed() {
    // There it is failed whether or not all was taken back. Here one is not the other.
    orders.refuses("c").fails("-b", 1);
    rig.sagas.start("order", "O-1", INPUT);
    rig.settle();
    assertThat(instance().status()).isEqualTo(SagaStatus.COMPENSATING);

    rig.elapse(Duration.ofHours(2));

    assertThat(instance().status()).isEqualTo(SagaStatus.COMPENSATED);
  }
}
