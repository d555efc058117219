package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.longEnough;
import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.Command;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.subscription.HandlesEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private final Orders orders = new Orders();
  private final Rig rig =
      orders.rig(
          saga().step("a", task("a")).compensatedBy(task("-a")).step("b", task("b")).build());

  @Test
  void a_step_is_given_up_after_its_attempts() {
    orders.fails("b");

    place(rig);
    longEnough(rig);

    assertThat(orders.tried).containsExactly("a", "b", "b", "b", "-a");
    assertThat(order(rig).reason()).contains("b", "no luck");
  }

  @Test
  void a_step_that_is_refused_is_not_tried_again() {
    orders.refuses("b");

    place(rig);

    assertThat(orders.tried).containsExactly("a", "b", "-a");
  }

  @Test
  void conflicts_do_not_count() {
    orders.conflicts("b", 6);

    place(rig);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(orders.tried).hasSize(8);
  }

  @Test
  void its_own_policy_says_how_often() {
    Rig own =
        orders.rig(saga().step("a", task("a")).retry(Rig.policy(5, Duration.ofSeconds(1))).build());
    orders.fails("a", 4);

    place(own);
    longEnough(own);

    assertThat(order(own).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Saga("order")
  static class Watch {
    @StartsOn
    @Correlate("order")
    @Retried(attempts = 2)
    Orders.Order placed(@HandlesEvent Placed e, SagaContext saga) {
      saga.send(new Orders.Task("placed"));
      return new Orders.Order(e.order(), 0);
    }

    @Retried(attempts = 5)
    Command paid(@HandlesEvent Paid e) {
      return new Orders.Task("paid");
    }

    @OnDeadline("PT1H")
    @Retried(attempts = 1)
    Command late() {
      return new Orders.Task("late");
    }
  }

  private void watched(String failing, int attempts) {
    Rig own = orders.rig(Transfers.definition(Watch.class, new Watch()));
    orders.fails(failing);

    own.happens("order/O-1", new Placed("O-1"), new Paid("O-1", 1));
    longEnough(own);

    assertThat(order(own).status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(orders.tried.stream().filter(failing::equals)).hasSize(attempts);
  }

  @Test
  void its_own_policy_says_how_often_an_event_that_begins_is_taken() {
    watched("placed", 2);
  }

  @Test
  void its_own_policy_says_how_often_an_event_is_taken() {
    watched("paid", 5);
  }

  @Test
  void its_own_policy_says_how_often_a_deadline_is_fired() {
    watched("late", 1);
  }

  @Test
  void no_attempt_begins_after_the_time_out() {
    Rig own =
        orders.rig(
            saga()
                .step("a", task("a"))
                .retry(Rig.policy(100, Duration.ofSeconds(1)))
                .timeout(Duration.ofSeconds(10))
                .build());
    orders.fails("a");

    place(own);
    own.elapse(Duration.ofSeconds(10));

    assertThat(orders.tried).hasSize(4); // at 0, 1, 3 and 7 seconds; 15 is too late
    assertThat(order(own).status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void a_method_knows_the_how_manieth_attempt_it_is() {
    List<Integer> attempts = new ArrayList<>();
    Rig own =
        orders.rig(
            saga()
                .step(
                    "a",
                    (o, saga) -> {
                      attempts.add(saga.attempt());
                      if (attempts.size() < 3) {
                        throw Orders.noLuck();
                      }
                      return null;
                    })
                .build());

    place(own);
    longEnough(own);

    assertThat(attempts).containsExactly(1, 2, 3);
  }

  @Test
  void a_step_that_catches_what_its_command_throws_fails_all_the_same() {
    Rig own =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .step(
                    "b",
                    (o, saga) -> {
                      try {
                        rig().unitOfWork.run(() -> saga.send(new Orders.Task("b")));
                      } catch (IllegalStateException e) {
                        return "does not matter";
                      }
                      return null;
                    })
                .build());
    this.own = own;
    orders.fails("b");

    place(own);
    longEnough(own);

    assertThat(order(own).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "-a");
    assertThat(orders.tried).hasSizeLessThan(30);
  }

  private Rig own = rig;

  private Rig rig() {
    return own;
  }

  @Test
  void an_error_counts_as_a_failure() {
    Rig own =
        orders.rig(
            saga()
                .step(
                    "a",
                    (o, saga) -> {
                      throw new NoClassDefFoundError("no luck");
                    })
                .build());

    place(own);
    longEnough(own);

    assertThat(order(own).status()).isEqualTo(SagaStatus.COMPENSATED);
  }
}
