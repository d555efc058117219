package io.orchestrix.saga;

import static io.orchestrix.saga.Orders.order;
import static io.orchestrix.saga.Orders.place;
import static io.orchestrix.saga.Orders.saga;
import static io.orchestrix.saga.Orders.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Command;
import io.orchestrix.saga.Orders.Order;
import io.orchestrix.saga.Orders.Paid;
import io.orchestrix.saga.Orders.Shipped;
import io.orchestrix.saga.Orders.Task;
import io.orchestrix.subscription.HandlesEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of what methods return. */
class ReturnedTest {

  private final Orders orders = new Orders();

  private SagaInstance after(@Nullable Object returned) {
    Rig rig = orders.rig(saga().step("a", (o, saga) -> returned).build());
    place(rig);
    return order(rig);
  }

  static Stream<Supplier<Object>> commands() {
    Task x = new Task("x");
    Task y = new Task("y");
    return Stream.of(
        () -> List.of(x, y),
        () -> new Task[] {x, y},
        () -> new Object[] {x, y},
        () -> Stream.of(x, y),
        () -> Optional.of(List.of(x, y)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void several_commands_are_sent_and_the_last_answer_is_the_result(Supplier<Object> several) {
    SagaInstance done = after(several.get());

    assertThat(orders.done).containsExactly("x", "y");
    assertThat(done.result()).isEqualTo("y-2");
  }

  @Test
  void an_optional_is_what_it_holds() {
    assertThat(after(Optional.of(new Task("x"))).result()).isEqualTo("x-1");
    assertThat(after(Optional.of("text")).result()).isEqualTo("text");
    assertThat(after(Optional.empty()).result()).isNull();
    assertThat(orders.done).containsExactly("x");
  }

  @Test
  void nothing_is_sent_when_nothing_is_returned() {
    assertThat(after(null).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(after(List.of()).result()).isNull();
    assertThat(after(Set.of()).status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(orders.done).isEmpty();
  }

  @Test
  void what_holds_no_command_is_the_result_of_a_step() {
    assertThat(after(List.of("x", 1)).result()).isEqualTo(List.of("x", 1));
    assertThat(after(new String[] {"x"}).result()).isEqualTo(List.of("x"));
    assertThat(after(Map.of("x", 1)).result()).isEqualTo(Map.of("x", 1));
  }

  static Stream<Supplier<Object>> mixtures() {
    return Stream.of(
        () -> List.of(new Task("x"), "text"),
        () -> new Object[] {"text", new Task("x")},
        () -> Arrays.asList(new Task("x"), null));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void commands_together_with_something_else_are_a_mistake(Supplier<Object> mixture) {
    SagaInstance failing = after(mixture.get());

    assertThat(failing.failing())
        .singleElement()
        .satisfies(work -> assertThat(work.failure()).contains("ORX-3745", "SagaContext.send"));
    assertThat(orders.tried).isEmpty();
  }

  @Test
  void the_state_that_a_step_returns_is_the_new_one_and_its_result() {
    Rig rig =
        orders.rig(
            saga()
                .step("a", (o, saga) -> new Order(o.id(), 7))
                .step("b", (o, saga) -> new Order(o.id(), o.paid() + 1))
                .build());
    place(rig);

    assertThat(order(rig).state()).isEqualTo(Map.of("id", "O-1", "paid", 8));
    assertThat(order(rig).result()).isEqualTo(order(rig).state());
  }

  @Test
  void the_state_that_a_step_returns_is_the_new_one_also_when_it_awaits_an_event() {
    Rig rig =
        orders.rig(
            saga()
                .step("a", (o, saga) -> new Order(o.id(), 7))
                .awaits(Shipped.class, "order")
                .build());
    place(rig);

    assertThat(order(rig).state()).isEqualTo(Map.of("id", "O-1", "paid", 7));
  }

  private SagaInstance compensated(Object returned) {
    Rig rig =
        orders.rig(
            saga()
                .step("a", task("a"))
                .compensatedBy((o, saga) -> returned)
                .step("b", task("b"))
                .build());
    orders.refuses("b");
    place(rig);
    return order(rig);
  }

  @Test
  void the_state_that_a_compensation_returns_is_the_new_one() {
    assertThat(compensated(new Order("O-1", 9)).state()).isEqualTo(Map.of("id", "O-1", "paid", 9));
  }

  @Test
  void a_compensation_has_no_result() {
    assertThat(compensated("text").failing())
        .singleElement()
        .satisfies(work -> assertThat(work.failure()).contains("ORX-3716"));
  }

  private static void refused(Class<?> state) {
    assertThatThrownBy(() -> SagaDefinition.named("s", state).step("a", (s, saga) -> null).build())
        .hasMessageContaining("ORX-3747");
  }

  @Test
  void the_state_is_nothing_that_could_be_commands() {
    refused(Task.class);
    refused(Optional.class);
    refused(Task[].class);
    refused(Stream.class);
  }

  /** Everything here is fine. */
  @Saga(value = "s", state = Order.class)
  static class Sound {
    @Step(order = 1, compensatedBy = "b")
    String a() {
      return "";
    }

    @Compensation
    Optional<Order> b() {
      return Optional.empty();
    }

    @Correlate("order")
    Collection<? extends Command> paid(@HandlesEvent Paid e) {
      return List.of();
    }

    @Correlate("order")
    Task[] shipped(@HandlesEvent Shipped e) {
      return new Task[0];
    }

    @OnDeadline
    Object late() {
      return "";
    }

    @OnDeadline
    Stream<Task> later() {
      return Stream.of();
    }
  }

  @Saga(value = "s", state = Order.class)
  static class Useless {
    @Step(order = 1, compensatedBy = "b")
    void a() {}

    @Compensation
    boolean b() {
      return true;
    }

    @Correlate("order")
    List<String> paid(@HandlesEvent Paid e) {
      return List.of();
    }

    @Correlate("order")
    Optional<Integer> shipped(@HandlesEvent Shipped e) {
      return Optional.empty();
    }

    @OnDeadline
    String[] late() {
      return new String[0];
    }
  }

  @Saga(value = "s", state = List.class)
  static class Listing {
    @Step(order = 1)
    void a() {}

    @OnDeadline
    List<String> late() {
      return List.of();
    }
  }

  @Test
  void what_a_method_is_declared_to_return_is_of_use() {
    assertThat(SagaType.mistakes(Sound.class)).isEmpty();
    assertThat(SagaType.mistakes(Listing.class)).isEmpty();
    assertThat(SagaType.mistakes(Useless.class))
        .hasSize(4)
        .allSatisfy(mistake -> assertThat(mistake.code()).isEqualTo("ORX-3746"));
  }

  @Test
  void a_result_is_read_by_its_type() {
    Rig rig = orders.rig(saga().step("a", (o, saga) -> o).build());
    rig.sagas.start("order", "O-1", new Order("O-1", 5));
    rig.settle();

    assertThat(
            rig.sagas.execute(
                "order", "O-1", new Order("O-1", 5), Order.class, Duration.ofSeconds(1)))
        .isEqualTo(new Order("O-1", 5));
  }
}
