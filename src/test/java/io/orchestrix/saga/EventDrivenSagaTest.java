package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Shipped;
import io.orchestrix.saga.Orders.Task;
import io.orchestrix.subscription.HandlesEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDrivenSagaTest {

  record Recalled(String product) implements Event {}

  record Moved(String country, @Nullable String city) implements Event {}

  record Left(String country, String city) implements Event {}

  record State(String order, int paid, int ticks) {}

  /** A saga that has no steps, but methods. */
  @Saga("watch")
  static class Watch {
    @StartsOn
    @Correlate("order")
    State placed(@HandlesEvent Placed e, SagaContext saga) {
      saga.correlate("product", "P-1");
      saga.correlate("product", "P-of-" + e.order());
      return new State(e.order(), 0, 0);
    }

    State paid(State s, @HandlesEvent Paid e, SagaContext saga) {
      saga.send(new Task("thank for " + e.amount()));
      saga.cancel("tick");
      saga.cancel("tick"); // twice does no harm
      saga.schedule("tick", Duration.ofMinutes(1));
      return new State(s.order(), s.paid() + e.amount(), s.ticks());
    }

    void shipped(State s, @HandlesEvent Shipped e, SagaContext saga) {
      saga.complete();
    }

    @Correlate(value = "product", key = "product")
    List<Task> recalled(State s, @HandlesEvent Recalled e, SagaContext saga) {
      saga.cancel("tick");
      return List.of(new Task("warn " + s.order()), new Task("warn again " + s.order()));
    }

    @OnDeadline
    State tick(State s, SagaContext saga) {
      saga.send(new Task("tick"));
      if (s.ticks() < 2) {
        saga.schedule("tick", Duration.ofMinutes(1));
      }
      return new State(s.order(), s.paid(), s.ticks() + 1);
    }
  }

  private final Orders orders = new Orders();
  private final Rig rig =
      new Rig(
          orders.commands,
          List.of(Placed.class, Paid.class, Shipped.class, Recalled.class),
          of(Watch.class, new Watch()));

  static SagaDefinition<?> of(Class<?> type, Object saga) {
    return Transfers.definition(type, saga);
  }

  private void place(String... ids) {
    for (String id : ids) {
      rig.happens("order/" + id, new Placed(id));
    }
  }

  private SagaInstance watch(String order) {
    return rig.instance("watch", order);
  }

  @Test
  void a_method_changes_the_state_and_sends() {
    place("O-1");

    rig.happens("payment/1", new Paid("O-1", 3), new Paid("O-1", 4));

    assertThat(watch("O-1").state()).isEqualTo(Map.of("order", "O-1", "paid", 7, "ticks", 0));
    assertThat(orders.done).containsExactly("thank for 3", "thank for 4");
    assertThat(orders.key(0)).isNotEqualTo(orders.key(1));
  }

  @Test
  void it_goes_on_until_a_method_ends_it() {
    place("O-1");
    assertThat(watch("O-1").status()).isEqualTo(SagaStatus.ACTIVE);

    rig.happens("payment/1", new Paid("O-1", 3), new Shipped("O-1"), new Paid("O-1", 4));

    assertThat(watch("O-1").status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(orders.done).containsExactly("thank for 3");
    assertThat(watch("O-1").deadlines()).isEmpty();
    assertThat(rig.next()).isEmpty();
  }

  @Test
  void a_deadline_that_is_scheduled_anew_each_time_sends_each_time() {
    place("O-1");
    rig.happens("payment/1", new Paid("O-1", 3));

    rig.elapse(Duration.ofHours(1));

    assertThat(orders.done).containsExactly("thank for 3", "tick", "tick", "tick");
    assertThat(orders.commands.keys).doesNotHaveDuplicates();
  }

  @Test
  void a_deadline_that_is_scheduled_again_comes_at_the_later_time_only() {
    place("O-1");
    rig.happens("payment/1", new Paid("O-1", 3));
    rig.elapse(Duration.ofSeconds(59));
    rig.happens("payment/1", new Paid("O-1", 4));

    rig.elapse(Duration.ofSeconds(59));
    assertThat(orders.done).doesNotContain("tick");
    rig.elapse(Duration.ofSeconds(1));

    assertThat(orders.done).endsWith("tick");
  }

  @Test
  void a_deadline_that_is_cancelled_does_not_come() {
    place("O-1");
    rig.happens("payment/1", new Paid("O-1", 3));

    rig.happens("product/1", new Recalled("P-1"));
    rig.elapse(Duration.ofHours(1));

    assertThat(orders.done).doesNotContain("tick");
  }

  @Test
  void a_deadline_that_fails_is_forgotten_with_its_failures_when_it_is_cancelled() {
    orders.fails("tick");
    place("O-1");
    rig.happens("payment/1", new Paid("O-1", 3));
    rig.elapse(Duration.ofMinutes(1));
    assertThat(watch("O-1").failing()).hasSize(1);

    rig.happens("product/1", new Recalled("P-1"));

    assertThat(watch("O-1").failing()).isEmpty();
  }

  @Test
  void one_event_reaches_all_instances_that_have_its_key() {
    place("O-1", "O-2", "O-3");

    rig.happens("product/1", new Recalled("P-1"));
    rig.happens("product/1", new Recalled("P-of-O-2"));

    assertThat(orders.done)
        .containsExactlyInAnyOrder(
            "warn O-1",
            "warn again O-1",
            "warn O-2",
            "warn again O-2",
            "warn O-3",
            "warn again O-3",
            "warn O-2",
            "warn again O-2");
    assertThat(orders.commands.keys).doesNotHaveDuplicates();
  }

  @Test
  void an_event_whose_key_nobody_has_reaches_nobody() {
    place("O-1");

    rig.happens("product/1", new Recalled("P-9"));

    assertThat(orders.done).isEmpty();
  }

  @Test
  void an_instance_that_has_ended_is_not_found_by_its_other_keys() {
    place("O-1");
    rig.happens("order/1", new Shipped("O-1"));

    rig.happens("product/1", new Recalled("P-1"));

    assertThat(orders.done).isEmpty();
    assertThat(rig.kept.instances().lookup("watch", new CorrelationKey("product", "P-1")))
        .isEmpty();
  }

  @Saga("visit")
  static class Visit {
    @StartsOn
    @Correlate({"country", "city"})
    State moved(@HandlesEvent Moved e) {
      return new State(e.country() + e.city(), 0, 0);
    }

    void left(@HandlesEvent Left e, SagaContext saga) {
      saga.complete();
    }
  }

  private final Rig visits =
      new Rig(orders.commands, List.of(Moved.class, Left.class), of(Visit.class, new Visit()));

  @Test
  void several_components_make_one_key_and_different_ones_never_the_same() {
    visits.happens("x/1", new Moved("a/b", "c"), new Moved("a", "b/c"), new Moved("a", "b"));

    visits.happens("x/1", new Left("a", "b/c"));

    assertThat(visits.sagas.page(SagaQuery.ALL, null, 10)).hasSize(3);
    assertThat(visits.sagas.page(new SagaQuery(null, SagaStatus.COMPLETED), null, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.id().key()).isEqualTo("a/b%2Fc"));
  }

  @Test
  void an_event_without_a_part_of_the_key_reaches_nobody() {
    visits.happens("x/1", new Moved("a", null));

    assertThat(visits.sagas.page(SagaQuery.ALL, null, 10)).isEmpty();
  }

  private Rig with(SagaReaction<Orders.Order, Paid> reaction) {
    return orders.rig(
        Orders.saga()
            .step("a", Orders.task("a"))
            .compensatedBy(Orders.task("-a"))
            .step("b", Orders.task("b"))
            .awaits(Shipped.class, "order")
            .on(Paid.class, reaction, "order")
            .build());
  }

  @Test
  void a_method_that_ends_it_on_the_way_back_does_not_end_the_way_back() {
    Rig own =
        with(
            (o, e, saga) -> {
              saga.complete();
              return null;
            });
    orders.refuses("b").fails("-a", 1);
    Orders.place(own);
    assertThat(Orders.order(own).status()).isEqualTo(SagaStatus.COMPENSATING);

    own.happens("x/1", new Paid("O-1", 1));
    own.elapse(Duration.ofSeconds(1));

    assertThat(Orders.order(own).status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(orders.done).containsExactly("a", "-a");
  }

  @Test
  void what_is_no_command_among_commands_is_a_mistake() {
    Rig own = with((o, e, saga) -> List.of(new Task("x"), "no command"));
    Orders.place(own);

    own.happens("x/1", new Paid("O-1", 1));

    assertThat(Orders.order(own).failing())
        .singleElement()
        .satisfies(failed -> assertThat(failed.failure()).contains("ORX-3745"));
  }

  @Test
  void keys_that_no_database_keeps_are_refused() {
    Rig own =
        with(
            (o, e, saga) -> {
              saga.correlate("customer", "x".repeat(201));
              return null;
            });
    Orders.place(own);

    own.happens("x/1", new Paid("O-1", 1));

    assertThat(Orders.order(own).failing())
        .singleElement()
        .satisfies(failed -> assertThat(failed.failure()).contains("ORX-3751"));
  }
}
