package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.unitofwork.UnavailableException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SagaVersionsTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final Orders orders = new Orders();

  private static SagaDefinition<?> version(int version, Integer... migrated) {
    return saga()
        .version(version, migrated)
        .step("a", task("a" + version))
        .awaits(Paid.class, "order")
        .step("b", task("b" + version))
        .build();
  }

  private final Rig old = orders.rig(version(1));

  private int attempts;

  private Rig deployed(SagaDefinition<?>... definitions) {
    return new Rig(old.kept, orders.commands, definitions);
  }

  @Test
  void running_instances_keep_their_version_and_new_ones_follow_the_highest() {
    place(old);
    Rig both = deployed(version(2), version(1));

    both.happens("order/O-2", new Placed("O-2"));
    both.happens("payment/1", new Paid("O-1", 1), new Paid("O-2", 1));

    assertThat(orders.done).containsExactlyInAnyOrder("a1", "a2", "b1", "b2");
    assertThat(order(both).version()).isEqualTo(1);
    assertThat(both.instance("order", "O-2").version()).isEqualTo(2);
  }

  @Test
  void migrated_ones_go_on_with_the_new_version() {
    place(old);
    Rig newer = deployed(version(2, 1));

    newer.happens("payment/1", new Paid("O-1", 1));

    assertThat(orders.done).containsExactly("a1", "b2");
    assertThat(order(newer).version()).isEqualTo(2);
    assertThat(newer.sagas.counts())
        .containsExactly(new SagaCount("order", 2, SagaStatus.COMPLETED, 1));
    assertThat(newer.next()).isEmpty();
  }

  @Test
  void migrated_ones_meet_their_deadlines_with_the_new_version() {
    Rig late =
        orders.rig(
            saga()
                .step("a", task("a1"))
                .awaits(Paid.class, "order")
                .timeout(Duration.ofMinutes(1))
                .compensatedBy(task("-a1"))
                .build());
    place(late);
    Rig newer =
        new Rig(
            late.kept,
            orders.commands,
            saga()
                .version(2, 1)
                .step("a", task("a2"))
                .awaits(Paid.class, "order")
                .compensatedBy(task("-a2"))
                .build());

    newer.elapse(Duration.ofMinutes(1));

    assertThat(orders.done).containsExactly("a1", "-a2");
    assertThat(newer.next()).isEmpty();
  }

  @Test
  void a_node_that_does_not_know_a_version_takes_no_events_and_no_turns() {
    Rig both = deployed(version(2), version(1));
    place(both);
    assertThat(orders.done).containsExactly("a2");

    assertThat(old.sagas.node().subscriptions()).isEmpty();
    old.append("payment/1", new Paid("O-1", 1));
    both.deliver();
    old.settle();
    assertThat(orders.done).containsExactly("a2");
    both.settle();

    assertThat(orders.done).containsExactly("a2", "b2");
  }

  @Test
  void a_turn_that_is_not_for_this_node_is_left_to_another_one() {
    place(old);
    Rig newer = deployed(version(2, 1));
    newer.append("payment/1", new Paid("O-1", 1));
    newer.deliver();
    newer.turn(newer.handlers().get(0));
    newer.turn(newer.handlers().get(1)); // O-1 is migrated
    assertThat(order(newer).version()).isEqualTo(2);
    newer.append("payment/1", new Paid("O-1", 2));
    newer.deliver();
    newer.deadlines.put(
        List.of(SagaTurns.deadline(ID, 1, newer.clock.instant(), Origin.NONE))); // as known before
    newer.deadlines.remove(SagaTurns.deadline(ID, 2, newer.clock.instant(), Origin.NONE).key());

    old.settle();

    assertThat(newer.next()).isPresent();
    newer.settle();
    assertThat(order(newer).ignored()).hasSize(1);
  }

  @Test
  void a_turn_that_is_given_in_the_name_of_a_version_it_has_left_is_one_of_its_own_version() {
    place(old);
    Rig newer =
        deployed(
            saga()
                .version(2, 1)
                .step("a", task("a2"))
                .awaits(Paid.class, "order")
                .step("b", task("b2"))
                .step("c", task("c2"))
                .build());
    newer.append("payment/1", new Paid("O-1", 1));
    newer.deliver();
    newer.handlers().stream().filter(at(1)).forEach(newer::turn); // O-1 is migrated
    assertThat(orders.done).containsExactly("a1", "b2");
    newer.deadlines.remove(SagaTurns.deadline(ID, 2, newer.clock.instant(), Origin.NONE).key());
    newer.deadlines.put( // by delivery that had seen it before
        List.of(SagaTurns.deadline(ID, 1, newer.clock.instant(), Origin.NONE)));

    newer.handlers().stream().filter(at(1)).forEach(newer::turn);
    assertThat(orders.done).as("another turn may run").containsExactly("a1", "b2");
    newer.settle();

    assertThat(orders.done).containsExactly("a1", "b2", "c2");
    assertThat(newer.next()).isEmpty();
  }

  private static Predicate<DeadlineHandler> at(int version) {
    return handler -> handler.name().equals(SagaTurns.handler("order", version));
  }

  @Test
  void a_version_is_retired_when_nobody_follows_it_and_not_before() {
    Rig both = deployed(version(2), version(1));
    place(both);

    assertThatThrownBy(() -> old.sagas.retire("order", 2)).hasMessageContaining("ORX-3718");
    both.happens("payment/1", new Paid("O-1", 1));
    old.sagas.retire("order", 2);

    assertThat(old.sagas.node().subscriptions()).hasSize(1);
  }

  @Test
  void a_node_with_a_retired_version_does_not_bring_it_back() {
    Rig newer = deployed(version(2));
    old.sagas.node().subscriptions();
    assertThat(newer.sagas.node().subscriptions()).as("there may be instances of 1").isEmpty();
    newer.sagas.retire("order", 1);

    assertThat(old.sagas.node().subscriptions()).as("it does not know 2").isEmpty();
    assertThat(newer.sagas.node().subscriptions()).hasSize(1);
    assertThat(newer.kept.instances().versions("order")).containsExactly(2);
  }

  @Test
  void a_node_begins_nothing_with_a_version_that_was_retired_while_it_runs() {
    Rig newer = deployed(version(2), version(1));
    newer.sagas.node().subscriptions();
    old.sagas.retire("order", 2); // back to the last release, but this node still runs

    assertThat(newer.sagas.node().subscriptions()).isEmpty();
    assertThatThrownBy(() -> newer.sagas.start("order", "O-9", new Orders.Order("O-9", 1)))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3754");
    assertThat(old.sagas.node().subscriptions()).hasSize(1);
  }

  @Test
  void a_node_that_is_started_again_registers_its_version_again() {
    Rig newer = deployed(version(2), version(1));
    newer.sagas.node().subscriptions();
    old.sagas.retire("order", 2);
    assertThat(newer.sagas.node().subscriptions()).isEmpty();

    assertThat(deployed(version(2), version(1)).sagas.node().subscriptions()).hasSize(1);
    assertThat(newer.sagas.node().subscriptions()).as("it may go on as well").hasSize(1);
    assertThat(old.sagas.node().subscriptions()).isEmpty();
  }

  @Test
  void a_version_that_new_instances_follow_is_not_retired() {
    old.sagas.node().subscriptions();

    assertThatThrownBy(() -> old.sagas.retire("order", 1))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3753");
    assertThatThrownBy(() -> old.sagas.retire("none", 1)).hasMessageContaining("ORX-3703");
  }

  @Test
  void a_beat_that_could_not_register_its_version_is_followed_by_one_that_does() {
    Rig refused =
        new Rig(
            old.kept.with(
                (SagaStore)
                    Proxy.newProxyInstance(
                        SagaStore.class.getClassLoader(),
                        new Class<?>[] {SagaStore.class},
                        (proxy, method, arguments) -> {
                          if (method.getName().equals("register") && attempts++ == 0) {
                            throw new UnavailableException(new IllegalStateException("away"));
                          }
                          return method.invoke(old.kept.instances(), arguments);
                        })),
            orders.commands,
            version(1));

    assertThatThrownBy(refused.sagas.node()::subscriptions)
        .isInstanceOf(UnavailableException.class);
    assertThat(refused.sagas.node().subscriptions()).hasSize(1);
    assertThat(old.kept.instances().versions("order")).containsExactly(1);
  }

  @Test
  void a_version_that_is_new_ends_the_claims_of_nodes_that_do_not_know_it() {
    old.sagas.node().subscriptions();
    old.kept.segments().add(old.sagas.node().subscriptions());
    long epoch = old.kept.segments().segments("saga:order").get(0).epoch();

    deployed(version(2), version(1)).sagas.node().subscriptions();

    assertThat(old.kept.segments().segments("saga:order").get(0).epoch()).isGreaterThan(epoch);
  }

  @Test
  void two_definitions_of_one_version_are_a_mistake() {
    assertThatThrownBy(() -> orders.rig(version(2, 1), version(1)))
        .isInstanceOf(InvalidSagaException.class)
        .hasMessageContaining("ORX-3731");
  }
}
