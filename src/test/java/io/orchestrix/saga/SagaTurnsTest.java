package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SagaTurnsTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();
  private Runnable meanwhile = () -> {};
  private final Rig rig =
      orders.rig(
          saga()
              .step("a", task("a"))
              .compensatedBy(task("-a"))
              .awaits(Paid.class, "order")
              .timeout(Duration.ofHours(1))
              .step(
                  "b",
                  (o, saga) -> {
                    meanwhile.run();
                    return new Task("b");
                  })
              .build());

  /** A turn during which others begin something. */
  private void turnDuring(Runnable others) {
    List<CompletableFuture<Void>> meanwhile = new ArrayList<>();
    rig.unitOfWork.run(
        () -> {
          SagaHandler handler = (SagaHandler) rig.handlers().get(0);
          List<io.orchestrix.deadline.Deadline> claimed =
              rig.deadlines.claim(handler.name(), rig.clock.instant(), 1);
          assertThat(claimed).hasSize(1);
          try {
            handler.fire(claimed.get(0));
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          rig.deadlines.fired(claimed);
          meanwhile.add(CompletableFuture.runAsync(others));
        });
    meanwhile.forEach(CompletableFuture::join);
  }

  private void wake() {
    rig.deadlines.put(
        List.of(SagaTurns.deadline(ID, 1, rig.clock.instant(), io.orchestrix.message.Origin.NONE)));
  }

  @Test
  void an_event_that_comes_during_a_turn_that_finds_nothing_to_do_wakes_it_up_again() {
    place(rig);
    wake();

    turnDuring(
        () -> {
          rig.append("payment/1", new Paid("O-1", 1));
          rig.deliver();
        });
    rig.settle();

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void an_event_that_comes_during_a_turn_is_not_lost_with_it() {
    place(rig);
    rig.append("payment/1", new Paid("O-1", 1));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          rig.unitOfWork.runOutside(
              () -> {
                rig.append("payment/2", new Paid("O-1", 2));
                rig.deliver();
              });
        };

    rig.settle();

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(order(rig).ignored()).hasSize(1);
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void an_operator_who_decides_during_a_turn_is_heard() {
    place(rig);
    rig.append("payment/1", new Paid("O-1", 1));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          rig.unitOfWork.runOutside(
              () -> rig.sagas.operate(ID, OperatorAction.COMPENSATE, "Ada", "stop"));
        };

    rig.settle();

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).endsWith("-a");
  }

  @Test
  void two_deliveries_of_one_event_are_one_transaction_with_its_checkpoint() {
    place(rig);
    rig.append("payment/1", new Paid("O-1", 1));

    assertThatThrownBy(
            () ->
                rig.unitOfWork.run(
                    () -> {
                      rig.deliver();
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
    rig.settle();

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(order(rig).ignored()).isEmpty();
  }
}
