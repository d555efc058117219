package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Command;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Placed;
import io.orchestrix.saga.Orders.Refused;
import io.orchestrix.saga.Orders.Task;
import io.orchestrix.subscription.HandlesEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SagaMistakesTest {

  private static void refused(String code, UnaryOperator<SagaBuilder<Order>> said) {
    assertThatThrownBy(() -> said.apply(saga().step("a", task("a"))).build())
        .isInstanceOf(InvalidSagaException.class)
        .hasMessageContaining(code);
  }

  @Test
  void a_name_is_plain() {
    for (String name : new String[] {"", "ö", "a b", "-a", "a".repeat(81)}) {
      assertThatThrownBy(() -> SagaDefinition.named(name, Order.class).step("a", task("a")).build())
          .hasMessageContaining("ORX-3721");
    }
    assertThat(SagaDefinition.named("a".repeat(80), Order.class).step("a", task("a")).build())
        .isNotNull();
  }

  @Test
  void versions_count_from_one_and_migrate_lower_ones() {
    refused("ORX-3722", saga -> saga.version(0));
    refused("ORX-3722", saga -> saga.version(2, 2));
    refused("ORX-3722", saga -> saga.version(2, 0));
  }

  @Test
  void steps_have_names_of_their_own() {
    refused("ORX-3723", saga -> saga.step("a", task("b")));
  }

  @Test
  void deadlines_have_names_of_their_own() {
    refused("ORX-3750", saga -> saga.deadline("d", task("b")).deadline("d", task("c")));
  }

  @Test
  void an_event_is_taken_in_one_way() {
    refused("ORX-3724", saga -> saga.on(Placed.class, (o, e, s) -> null, "order"));
  }

  @Test
  void events_have_the_components_by_which_they_find_instances() {
    refused("ORX-3725", saga -> saga.on(Paid.class, (o, e, s) -> null, "nothing"));
    refused("ORX-3725", saga -> saga.on(Paid.class, (o, e, s) -> null));
    refused("ORX-3725", saga -> saga.awaits(Paid.class, "nothing"));
    refused("ORX-3725", saga -> saga.awaits(Paid.class, "order").failsOn(Refused.class, "amount"));
  }

  @Test
  void a_saga_does_something() {
    assertThatThrownBy(() -> SagaDefinition.named("s", Order.class).build())
        .hasMessageContaining("ORX-3726");
  }

  @Test
  void what_belongs_to_a_step_follows_one() {
    assertThatThrownBy(() -> SagaDefinition.named("s", Order.class).pivot())
        .hasMessageContaining("ORX-3727");
    assertThatThrownBy(() -> SagaDefinition.named("s", Order.class).together("a", task("a")))
        .hasMessageContaining("ORX-3727");
  }

  @Test
  void a_step_that_fails_on_an_event_awaits_one() {
    refused("ORX-3728", saga -> saga.failsOn(Refused.class, "order"));
  }

  @Test
  void times_are_greater_than_zero() {
    refused("ORX-3729", saga -> saga.timeout(Duration.ZERO));
    refused("ORX-3729", saga -> saga.timeout(Duration.ofSeconds(-1)));
    refused("ORX-3729", saga -> saga.deadline("d", Duration.ZERO, task("d")));
  }

  @Test
  void there_is_one_pivot_for_which_all_wait() {
    refused("ORX-3730", saga -> saga.pivot().step("b", task("b")).pivot());
    refused("ORX-3730", saga -> saga.together("b", task("b")).pivot());
  }

  private static void refused(String code, Class<?> type) {
    assertThat(SagaType.mistakes(type))
        .extracting(InvalidSagaException::code)
        .as(type.getSimpleName())
        .containsExactly(code);
    assertThatThrownBy(() -> SagaType.of(type)).hasMessageContaining(code);
  }

  static class NotMarked {}

  @Saga("s")
  static class WithoutState {
    @Step(order = 1)
    Command a() {
      return new Task("a");
    }
  }

  @Saga("s")
  static class TwoStates {
    @StartsOn
    @Correlate("order")
    Order one(@HandlesEvent Placed e) {
      return new Order(e.order(), 0);
    }

    @StartsOn
    @Correlate("order")
    String two(@HandlesEvent Paid e) {
      return e.order();
    }
  }

  @Saga(value = "s", state = Order.class)
  static class StartWithoutCorrelation {
    @StartsOn
    Order start(@HandlesEvent Placed e) {
      return new Order(e.order(), 0);
    }
  }

  @Saga("s")
  static class StartWithoutEvent {
    @StartsOn
    @Correlate("order")
    Order start() {
      return new Order("", 0);
    }

    @Step(order = 1)
    void a() {
      // nothing
    }
  }

  @Saga("s")
  static class StartByFurtherKey {
    @StartsOn
    @Correlate(value = "order", key = "order")
    Order start(@HandlesEvent Placed e) {
      return new Order(e.order(), 0);
    }
  }

  @Saga(value = "s", state = Order.class)
  static class TwoEvents {
    @Correlate("order")
    void on(@HandlesEvent Placed one, @HandlesEvent Paid two) {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NoEvent {
    @Step(order = 1)
    void a() {
      // nothing
    }

    @Correlate("length")
    void on(@HandlesEvent String text) {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class StepWithEvent {
    @Step(order = 1)
    @Correlate("order")
    void a(@HandlesEvent Placed e) {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NoSuchCompensation {
    @Step(order = 1, compensatedBy = "b")
    void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NobodysCompensation {
    @Step(order = 1)
    void a() {
      // nothing
    }

    @Compensation
    void b() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class Private {
    @Step(order = 1)
    @SuppressWarnings("UnusedMethod") // that is the mistake
    private void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class Static {
    @Step(order = 1)
    static void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class Later {
    @Step(order = 1)
    CompletableFuture<String> a() {
      return CompletableFuture.completedFuture("");
    }
  }

  @Saga(value = "s", state = Order.class)
  static class TooManyAttempts {
    @Step(order = 1)
    @Retried(attempts = 101)
    void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NoPause {
    @Step(order = 1)
    @Retried(attempts = 2, pause = "soon")
    void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NoTimeout {
    @Step(order = 1, timeout = "soon")
    void a() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class NoTime {
    @Step(order = 1)
    void a() {
      // nothing
    }

    @OnDeadline("soon")
    void late() {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class TwoDeadlines {
    @Step(order = 1)
    void a() {
      // nothing
    }

    @OnDeadline
    void late() {
      // nothing
    }

    @OnDeadline
    void late(Order state) {
      // nothing
    }
  }

  @Saga(value = "s", state = Order.class)
  static class TwoCompensations {
    @Step(order = 1, compensatedBy = "b")
    void a() {
      // nothing
    }

    @Compensation
    void b() {
      // nothing
    }

    @Compensation
    void b(Order state) {
      // nothing
    }
  }

  @Test
  void each_mistake_of_a_class_has_its_code() {
    refused("ORX-3732", NotMarked.class);
    refused("ORX-3733", WithoutState.class);
    refused("ORX-3733", TwoStates.class);
    refused("ORX-3734", StartWithoutCorrelation.class);
    refused("ORX-3734", StartWithoutEvent.class);
    refused("ORX-3744", StartByFurtherKey.class);
    refused("ORX-3735", TwoEvents.class);
    refused("ORX-3735", NoEvent.class);
    refused("ORX-3735", StepWithEvent.class);
    refused("ORX-3736", NoSuchCompensation.class);
    refused("ORX-3737", NobodysCompensation.class);
    refused("ORX-3738", Private.class);
    refused("ORX-3738", Static.class);
    refused("ORX-3739", Later.class);
    refused("ORX-3740", TooManyAttempts.class);
    refused("ORX-3740", NoPause.class);
    refused("ORX-3729", NoTimeout.class);
    refused("ORX-3729", NoTime.class);
    refused("ORX-3750", TwoDeadlines.class);
    refused("ORX-3752", TwoCompensations.class);
  }
}
