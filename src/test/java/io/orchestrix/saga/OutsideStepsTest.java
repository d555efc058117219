package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.longEnough;
import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.step;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutsideStepsTest {

  private final Orders orders = new Orders();
  private final List<String> outside = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<StepStatus> seen = new ArrayList<>();
  private int failures;
  private Rig rig =
      orders.rig(
          saga()
              .step("call", this::call)
              .outside()
              .compensatedBy(task("hang up"))
              .step("b", task("b"))
              .build());

  private Object call(Orders.Order order, SagaContext saga) {
    outside.add("call");
    keys.add(saga.idempotencyKey());
    rig.unitOfWork.runOutside(
        () -> seen.add(Objects.requireNonNull(step(rig, "call")))); // as others see it
    if (failures-- > 0) {
      throw Orders.noLuck();
    }
    return "called";
  }

  @Test
  void others_see_that_it_has_begun_while_it_is_done() {
    place(rig);

    assertThat(seen).containsExactly(StepStatus.STARTED);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void every_attempt_has_the_same_key() {
    failures = 2;

    place(rig);
    longEnough(rig);

    assertThat(keys).hasSize(3).containsOnly(keys.get(0));
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void when_it_is_given_up_nobody_knows_whether_it_was_done_so_it_is_taken_back() {
    failures = 3;

    place(rig);
    longEnough(rig);

    assertThat(orders.done).containsExactly("hang up");
    assertThat(step(rig, "call")).isEqualTo(StepStatus.COMPENSATED);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void it_is_not_done_again_because_the_next_step_fails() {
    orders.fails("b", 2);

    place(rig);
    longEnough(rig);

    assertThat(outside).containsExactly("call");
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void a_time_out_is_counted_from_its_beginning_and_gives_it_up() {
    failures = 100;
    rig =
        orders.rig(
            saga()
                .step("call", this::call)
                .outside()
                .retry(Rig.policy(100, Duration.ofSeconds(1)))
                .timeout(Duration.ofSeconds(10))
                .compensatedBy(task("hang up"))
                .build());

    place(rig);
    rig.elapse(Duration.ofSeconds(10));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("hang up");
  }

  @Test
  void one_whose_last_attempt_fails_when_its_time_is_over_is_taken_back() {
    rig =
        orders.rig(
            saga()
                .step(
                    "call",
                    (o, saga) -> {
                      outside.add("call");
                      if (outside.size() == 3) {
                        rig.clock.advance(Duration.ofSeconds(11));
                      }
                      throw Orders.noLuck();
                    })
                .outside()
                .retry(Rig.policy(3, Duration.ofSeconds(1)))
                .timeout(Duration.ofSeconds(10))
                .compensatedBy(task("hang up"))
                .build());

    place(rig);
    rig.elapse(Duration.ofSeconds(5));

    assertThat(outside).hasSize(3);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("hang up");
  }
}
