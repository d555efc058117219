package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SagaStartTest {

  record Money(BigDecimal amount, long cents) {}

  private final Orders orders = new Orders();
  private final Rig rig =
      orders.rig(
          saga().step("a", task("a")).awaits(Paid.class, "order").step("b", task("b")).build(),
          SagaDefinition.named("pay", Money.class)
              .step("pay", (m, saga) -> new Orders.Task("pay " + m.amount() + " " + m.cents()))
              .step("answer", (m, saga) -> new Order("done", 42))
              .build());

  private static final Money TEN = new Money(new BigDecimal("10.00"), 9_007_199_254_740_993L);

  @Test
  void two_events_that_begin_it_with_one_key_meet_in_one_instance() {
    rig.happens("order/O-1", new Placed("O-1"), new Placed("O-1"));
    rig.happens("order/O-1", new Placed("O-1"));

    assertThat(orders.done).containsExactly("a");
    assertThat(order(rig).ignored()).hasSize(2);
    assertThat(rig.sagas.page(SagaQuery.ALL, null, 10)).hasSize(1);
  }

  @Test
  void an_event_in_the_same_batch_as_the_beginning_is_taken() {
    rig.happens("order/O-1", new Placed("O-1"), new Paid("O-1", 1));

    assertThat(order(rig).status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void started_by_hand_its_steps_are_done_and_the_last_result_is_its_own() {
    rig.sagas.start("pay", "P-1", TEN);
    assertThat(orders.done).isEmpty();
    rig.settle();

    assertThat(orders.done).containsExactly("pay 10.00 9007199254740993");
    assertThat(rig.sagas.execute("pay", "P-1", TEN, Order.class, Duration.ofSeconds(1)))
        .isEqualTo(new Order("done", 42));
  }

  @Test
  void started_again_with_an_equal_input_nothing_happens() {
    rig.sagas.start("pay", "P-1", TEN);
    rig.settle();

    rig.sagas.start("pay", "P-1", new Money(new BigDecimal("10.00"), TEN.cents()));
    rig.settle();

    assertThat(orders.done).hasSize(1);
  }

  @Test
  void an_input_is_equal_if_it_says_the_same() {
    rig.sagas.start("pay", "P-1", new Money(new BigDecimal("10"), 1));

    rig.sagas.start("pay", "P-1", new Money(new BigDecimal("10.0"), 1));

    rig.settle();
    assertThat(orders.done).containsExactly("pay 10 1");
  }

  @Test
  void started_again_with_another_input_it_is_refused() {
    rig.sagas.start("pay", "P-1", TEN);

    assertThatThrownBy(() -> rig.sagas.start("pay", "P-1", new Money(BigDecimal.ONE, 1)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3711");
  }

  @Test
  void what_is_not_there_or_does_not_fit_is_not_started() {
    assertThatThrownBy(() -> rig.sagas.start("none", "P-1", TEN)).hasMessageContaining("ORX-3703");
    assertThatThrownBy(() -> rig.sagas.start("pay", "P-1", "ten")).hasMessageContaining("ORX-3714");
    assertThatThrownBy(() -> rig.sagas.start("pay", "x".repeat(201), TEN))
        .hasMessageContaining("ORX-3003");
  }

  @Test
  void it_is_undone_with_the_transaction_that_starts_it() {
    assertThatThrownBy(
            () ->
                rig.unitOfWork.run(
                    () -> {
                      rig.sagas.start("pay", "P-1", TEN);
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(rig.sagas.find(new SagaId("pay", "P-1"))).isEmpty();
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void without_a_key_each_is_another_one() {
    assertThat(rig.sagas.start("pay", TEN)).isNotEqualTo(rig.sagas.start("pay", TEN));
  }

  @Test
  void who_waits_is_told_of_the_end() {
    SagaId id = rig.sagas.start("pay", "P-1", TEN);
    CompletableFuture<SagaInstance> ending = rig.sagas.ending(id).toCompletableFuture();
    assertThat(ending).isNotDone();

    rig.settle();

    assertThat(ending.join().status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void who_waits_when_no_thread_is_to_be_had_is_told_after_the_next_beat() {
    boolean[] isFull = {true};
    BackgroundThreads threads =
        new BackgroundThreads() {
          @Override
          public void execute(Runnable work) {
            if (isFull[0]) {
              throw new RejectedExecutionException("no thread is left");
            }
            work.run();
          }

          @Override
          public void schedule(Runnable work, Duration delay) {
            execute(() -> {});
          }
        };
    Sagas full = new Sagas(rig.sagas.definitions(), rig.services, threads);
    SagaId id = rig.sagas.start("pay", "P-1", TEN);
    rig.settle();
    CompletableFuture<SagaInstance> ending = full.ending(id).toCompletableFuture();
    assertThat(ending).isNotDone();

    isFull[0] = false;
    assertThat(full.node().subscriptions()).isNotEmpty();

    assertThat(ending).isCompleted();
  }

  @Test
  void who_waits_is_told_of_a_quarantine() {
    orders.fails("-a").refuses("b");
    Rig own =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy(task("-a"))
                .compensationRetry(io.orchestrix.unitofwork.RetryPolicy.none())
                .step("b", task("b"))
                .build());
    place(own);

    assertThat(own.sagas.await(new SagaId("order", "O-1"), Duration.ofSeconds(1)).status())
        .isEqualTo(SagaStatus.QUARANTINED);
  }

  @Test
  void who_waits_too_long_is_told_that_it_goes_on() {
    place(rig);

    assertThatThrownBy(() -> rig.sagas.await(new SagaId("order", "O-1"), Duration.ofMillis(10)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3709");
  }

  @Test
  void one_that_was_taken_back_is_a_failure_for_who_waits() {
    orders.refuses("pay 10.00 9007199254740993");
    rig.sagas.start("pay", "P-1", TEN);
    rig.settle();

    assertThatThrownBy(
            () -> rig.sagas.execute("pay", "P-1", TEN, Order.class, Duration.ofSeconds(1)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3708")
        .hasMessageContaining("COMPENSATED");
  }

  @Test
  void nobody_waits_for_it_in_the_transaction_that_starts_it() {
    assertThatThrownBy(
            () ->
                rig.unitOfWork.run(
                    () -> rig.sagas.execute("pay", "P-1", TEN, Order.class, Duration.ofSeconds(1))))
        .hasMessageContaining("ORX-3710");
    assertThatThrownBy(
            () ->
                rig.unitOfWork.run(
                    () -> rig.sagas.await(new SagaId("pay", "P-1"), Duration.ofSeconds(1))))
        .hasMessageContaining("ORX-3710");
  }

  @Test
  void the_ending_of_what_a_transaction_starts_is_looked_for_when_that_has_ended() {
    CompletableFuture<SagaInstance> ending =
        rig.unitOfWork.get(
            () -> rig.sagas.ending(rig.sagas.start("pay", "P-1", TEN)).toCompletableFuture());
    assertThat(ending).isNotDone();

    rig.settle();

    assertThat(ending).isCompleted();
  }

  @Test
  void the_ending_of_what_was_never_started_is_a_failure() {
    SagaId id = new SagaId("pay", "P-1");
    List<CompletableFuture<SagaInstance>> undone = new ArrayList<>();
    assertThatThrownBy(
            () ->
                rig.unitOfWork.run(
                    () -> {
                      rig.sagas.start("pay", "P-1", TEN);
                      undone.add(rig.sagas.ending(id).toCompletableFuture());
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThatThrownBy(() -> undone.get(0).getNow(null)).hasMessageContaining("ORX-3704");
    assertThatThrownBy(() -> rig.sagas.ending(id).toCompletableFuture().getNow(null))
        .hasMessageContaining("ORX-3704");
    assertThatThrownBy(() -> rig.sagas.await(id, Duration.ofMillis(10)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3720");
  }
}
