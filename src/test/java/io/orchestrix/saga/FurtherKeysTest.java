package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.subscription.HandlesEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that find an instance by a key which one of its turns gives it. */
@ParameterizedClass
@EnumSource
class FurtherKeysTest {

  record PaymentTaken(String payment, int amount) implements Event {}

  /** It learns from the first event under which key the second will come. */
  @Saga("order")
  static final class Payments {
    @StartsOn
    @Correlate("order")
    Order start(@HandlesEvent Placed e, SagaContext saga) {
      saga.correlate("payment", "P-" + e.order());
      return new Order(e.order(), 0);
    }

    @Correlate(value = "payment", key = "payment")
    Order taken(Order state, @HandlesEvent PaymentTaken e) {
      return new Order(state.id(), state.paid() + e.amount());
    }
  }

  private final Kept kept;
  private final Rig rig;

  FurtherKeysTest(Kept.Kind kind) {
    List<Class<? extends Event>> types =
        Stream.<Class<? extends Event>>concat(Orders.EVENTS.stream(), Stream.of(PaymentTaken.class))
            .toList();
    kept = kind.open(types);
    rig = new Rig(kept, new SentCommands(), Transfers.definition(Payments.class, new Payments()));
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private static PaymentTaken taken(int amount) {
    return new PaymentTaken("P-O-1", amount);
  }

  private void pay(int amount) {
    rig.append("payment/" + UUID.randomUUID(), taken(amount));
  }

  private void isPaid(int amount) {
    assertThat(order(rig).state()).isEqualTo(Map.of("id", "O-1", "paid", amount));
  }

  @Test
  void an_event_that_comes_with_the_start_is_taken() {
    rig.append("order/O-1", new Placed("O-1"));
    pay(5);

    rig.settle();

    isPaid(5);
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void events_that_come_before_the_start_are_taken_in_their_order_when_the_key_is_there() {
    pay(5);
    pay(6);
    rig.append("payment/other", new PaymentTaken("P-O-2", 7));
    rig.settle();

    place(rig);

    isPaid(11);
    areReceived(5, 6);
  }

  @Test
  void an_event_does_not_overtake_those_that_wait_for_the_key() {
    pay(5);
    rig.settle();
    rig.append("order/O-1", new Placed("O-1"));
    rig.deliver();
    assertThat(rig.turn(rig.handlers().get(0))).isTrue(); // it has the key now

    pay(6);
    rig.deliver();
    rig.settle();
    rig.elapse(Duration.ofSeconds(1));

    isPaid(11);
    areReceived(5, 6);
    assertThat(rig.next()).isEmpty();
  }

  private void areReceived(int... amounts) {
    try (Stream<RecordedEvent> journal = rig.sagas.journal(new SagaId("order", "O-1"))) {
      assertThat(
              journal
                  .map(RecordedEvent::payload)
                  .filter(SagaEvent.EventReceived.class::isInstance)
                  .map(entry -> ((SagaEvent.EventReceived) entry).event().payload().toString()))
          .hasSize(amounts.length)
          .zipSatisfy(
              IntStream.of(amounts).boxed().toList(),
              (payload, amount) -> assertThat(payload).contains("amount=" + amount));
    }
  }

  @Test
  void an_event_that_comes_while_the_turn_that_gives_the_key_is_not_done_is_taken_later() {
    rig.append("order/O-1", new Placed("O-1"));
    rig.deliver();
    pay(5);

    rig.unitOfWork.run(
        () -> {
          DeadlineHandler handler = rig.handlers().get(0);
          List<Deadline> claimed = rig.deadlines.claim(handler.name(), rig.clock.instant(), 1);
          fire(handler, claimed.get(0));
          rig.deadlines.fired(claimed);
          if (kept.container() != null) { // in memory one writes at a time
            CompletableFuture.runAsync(rig::deliver).orTimeout(20, TimeUnit.SECONDS).join();
          }
        });
    rig.settle();
    rig.elapse(Duration.ofSeconds(1));

    isPaid(5);
    assertThat(rig.next()).isEmpty();
  }

  private static void fire(DeadlineHandler handler, Deadline deadline) {
    try {
      handler.fire(deadline);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_event_whose_key_no_instance_gets_is_dropped_after_a_while() {
    pay(5);
    rig.settle();
    assertThat(rig.next()).isPresent();

    rig.elapse(Duration.ofHours(2));

    assertThat(rig.next()).isEmpty();
    place(rig);
    isPaid(0);
  }

  @Test
  void an_event_that_is_brought_twice_is_taken_once() {
    place(rig);
    pay(5);
    GlobalPosition before = rig.kept.checkpoint().get();
    rig.settle();
    rig.kept.checkpoint().set(before);

    rig.settle();

    isPaid(5);
  }
}
