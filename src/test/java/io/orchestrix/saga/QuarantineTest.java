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
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders().refuses("c");
  private final Rig rig =
      orders.rig(
          saga()
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .step("b", task("b"))
              .compensatedBy(task("-b"))
              .step("c", task("c"))
              .build());

  private void quarantined() {
    orders.fails("-b");
    place(rig);
    longEnough(rig);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.QUARANTINED);
  }

  private void operate(OperatorAction action) {
    rig.sagas.operate(ID, action, "Ada", "looked at it");
    rig.settle();
  }

  @Test
  void a_compensation_that_fails_five_times_is_done_in_the_end() {
    orders.fails("-b", 5);

    place(rig);
    longEnough(rig);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
  }

  @Test
  void one_that_never_succeeds_ends_quarantined_and_everybody_sees_it() {
    quarantined();

    assertThat(orders.tried.stream().filter("-b"::equals)).hasSize(10);
    assertThat(order(rig).quarantined()).isEqualTo(WorkId.compensation("b"));
    assertThat(order(rig).reason()).contains("no luck");
    assertThat(rig.sagas.page(new SagaQuery("order", SagaStatus.QUARANTINED), null, 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(ID);
              assertThat(row.reason()).contains("no luck");
            });
    assertThat(rig.sagas.counts())
        .containsExactly(new SagaCount("order", 1, SagaStatus.QUARANTINED, 1));
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void tried_again_it_is_taken_back_to_the_end() {
    quarantined();
    orders.mends("-b");

    operate(OperatorAction.RETRY);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
    assertThat(order(rig).quarantined()).isNull();
    assertThat(rig.sagas.counts())
        .containsExactly(new SagaCount("order", 1, SagaStatus.COMPENSATED, 1));
  }

  @Test
  void tried_again_in_vain_it_has_all_its_attempts_anew() {
    quarantined();

    operate(OperatorAction.RETRY);
    longEnough(rig);

    assertThat(orders.tried.stream().filter("-b"::equals)).hasSize(20);
    assertThat(order(rig).status()).isEqualTo(SagaStatus.QUARANTINED);
  }

  @Test
  void marked_as_done_it_goes_on_with_the_others() {
    quarantined();

    operate(OperatorAction.MARK_DONE);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(step(rig, "b")).isEqualTo(StepStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "b", "-a");
  }

  @Test
  void left_out_it_goes_on_with_the_others() {
    quarantined();

    operate(OperatorAction.SKIP);

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(step(rig, "b")).isEqualTo(StepStatus.SKIPPED);
    assertThat(orders.done).containsExactly("a", "b", "-a");
  }

  @Test
  void a_step_behind_the_pivot_is_left_out_or_marked_as_done() {
    for (OperatorAction action :
        new OperatorAction[] {OperatorAction.SKIP, OperatorAction.MARK_DONE}) {
      Orders own = new Orders().fails("b");
      Rig pivot =
          own.rig(
              saga()
                  .step("a", task("a"))
                  .pivot()
                  .step("b", task("b"))
                  .step("c", task("c"))
                  .build());
      place(pivot);
      longEnough(pivot);

      pivot.sagas.operate(ID, action, "Ada", "done by hand");
      pivot.settle();

      assertThat(order(pivot).status()).isEqualTo(SagaStatus.COMPLETED);
      assertThat(own.done).containsExactly("a", "c");
    }
  }

  private final Rig waiting =
      orders.rig(
          saga()
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .step("b", task("b"))
              .compensatedBy(task("-b"))
              .awaits(Paid.class, "order")
              .build());

  @Test
  void an_active_one_is_taken_back_when_an_operator_says_so() {
    place(waiting);

    waiting.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "cancelled by phone");
    waiting.settle();

    assertThat(order(waiting).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(order(waiting).reason()).isEqualTo("cancelled by phone");
    assertThat(orders.done).containsExactly("a", "b", "-b", "-a");
  }

  @Test
  void only_a_quarantined_one_can_be_decided_about() {
    place(waiting);

    for (OperatorAction action :
        new OperatorAction[] {
          OperatorAction.RETRY, OperatorAction.MARK_DONE, OperatorAction.SKIP
        }) {
      assertThatThrownBy(() -> waiting.sagas.operate(ID, action, "Ada", ""))
          .isInstanceOf(SagaException.class)
          .hasMessageContaining("ORX-3712");
    }
  }

  @Test
  void what_goes_back_or_has_ended_is_not_taken_back() {
    quarantined();
    assertThatThrownBy(() -> operate(OperatorAction.COMPENSATE)).hasMessageContaining("ORX-3713");
    operate(OperatorAction.SKIP);
    assertThatThrownBy(() -> operate(OperatorAction.COMPENSATE)).hasMessageContaining("ORX-3713");
    assertThatThrownBy(() -> operate(OperatorAction.RETRY)).hasMessageContaining("ORX-3712");
  }

  @Test
  void what_is_not_there_cannot_be_decided_about() {
    assertThatThrownBy(
            () -> rig.sagas.operate(new SagaId("order", "none"), OperatorAction.RETRY, "Ada", ""))
        .hasMessageContaining("ORX-3704");
    assertThatThrownBy(
            () -> rig.sagas.operate(new SagaId("none", "O-1"), OperatorAction.RETRY, "Ada", ""))
        .hasMessageContaining("ORX-3703");
  }

  @Test
  void the_journal_says_who_has_decided_and_why() {
    quarantined();

    operate(OperatorAction.SKIP);

    assertThat(rig.sagas.journal(ID).map(entry -> entry.payload()))
        .contains(
            new SagaEvent.Operated(
                OperatorAction.SKIP, WorkId.compensation("b"), "Ada", "looked at it"));
  }
}
