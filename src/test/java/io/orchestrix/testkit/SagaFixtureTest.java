package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Compensation;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.OnDeadline;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.SagaContext;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The fixture runs sagas, finds what is not as expected, and says so. */
class SagaFixtureTest {

  record Ordered(String order, String sku) implements Event {}

  sealed interface Delivery extends Event {
    String order();
  }

  record Delivered(String order) implements Delivery {}

  record Lost(String order) implements Delivery {}

  record Reserve(String sku) implements Command {}

  record Release(String sku) implements Command {}

  record Ship(String order) implements Command {}

  /** It grows each time it is read. */
  record Loud(String text) implements Event {
    Loud {
      text = text + "!";
    }
  }

  record Order(String id, String sku) {}

  @Saga("order")
  static class Orders {
    @StartsOn
    @Correlate("order")
    Order start(@HandlesEvent Ordered event) {
      return new Order(event.order(), event.sku());
    }

    @Step(order = 1, compensatedBy = "release")
    Command reserve(Order order) {
      return new Reserve(order.sku());
    }

    @Compensation
    Command release(Order order) {
      return new Release(order.sku());
    }

    @Step(order = 2, awaits = Delivered.class, failsOn = Lost.class)
    Command ship(Order order) {
      return new Ship(order.id());
    }

    @OnDeadline("PT1H")
    void late(SagaContext saga, Supplier<String> reason) {
      saga.compensate(reason.get());
    }
  }

  private static final Ordered ORDERED = new Ordered("O-1", "lamp");
  private final RuntimeException noLuck = new IllegalStateException("no luck");

  private final SagaFixture order = SagaFixture.of(new Orders());

  private static SagaFixture numbers() {
    return SagaFixture.of(
        SagaDefinition.named("numbers", List.class)
            .step("sum", (numbers, saga) -> numbers.size())
            .build());
  }

  private static void assertFails(ThrowingCallable work, String... parts) {
    assertThatThrownBy(work).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void a_saga_waits_for_its_event_and_ends() {
    order
        .whenEvent(ORDERED)
        .thenCommands(new Reserve("lamp"), new Ship("O-1"))
        .expectWaiting()
        .expectState(new Order("O-1", "lamp"))
        .whenEvent(new Delivered("O-1"))
        .thenNoCommands()
        .expectCompleted();
  }

  @Test
  void an_event_that_fails_a_step_leads_back() {
    order
        .given(ORDERED)
        .thenNoCommands()
        .whenEvent(new Lost("O-1"))
        .thenCommands(new Release("lamp"))
        .expectCompensated("reserve");
  }

  @Test
  void time_passes_only_when_the_test_says_so() {
    order
        .with(Supplier.class, () -> "late")
        .given(ORDERED)
        .elapse(Duration.ofMinutes(59))
        .expectWaiting()
        .thenNoCommands()
        .elapse(Duration.ofMinutes(1))
        .thenCommands(new Release("lamp"))
        .expectCompensated("reserve");
  }

  @Test
  void a_parameter_that_nobody_gave_fails_the_test_and_not_the_saga() {
    order.given(ORDERED);

    assertFails(() -> order.elapse(Duration.ofHours(1)), "late", "with(Supplier.class, ...)");
  }

  @Test
  void an_assertion_in_an_answer_fails_the_test_and_not_the_saga() {
    order.onCommand(
        Reserve.class,
        reserve -> {
          throw new AssertionError("not this one");
        });

    assertFails(() -> order.whenEvent(ORDERED), "not this one");
  }

  @Test
  void a_lost_conflict_is_no_failure_of_the_saga() {
    List<Integer> attempts = new ArrayList<>();
    order
        .onCommand(
            Reserve.class,
            reserve -> {
              attempts.add(1);
              if (attempts.size() < 5) {
                throw new ConflictException(noLuck);
              }
              return null;
            })
        .whenEvent(ORDERED)
        .expectWaiting()
        .whenEvent(new Delivered("O-1"))
        .expectCompleted();

    assertThat(attempts).hasSize(5);
  }

  @Test
  void a_conflict_that_is_lost_for_ever_is_a_failure_as_on_a_node() {
    order.failing(Reserve.class, new ConflictException(noLuck), 1_000).whenEvent(ORDERED);

    assertFails(order::expectCompleted, "step reserve: has failed", "next at 2026-01-01T00:00:01Z");
  }

  @Test
  void other_commands_are_shown_beside_those_that_were_expected() {
    order.whenEvent(ORDERED);

    assertFails(
        () -> order.thenCommands(new Reserve("chair"), new Ship("O-1")),
        "The saga 'order' sent other commands than expected:",
        "sku = \"chair\" | sku = \"lamp\"");
    assertFails(order::thenNoCommands, "+", "Reserve[sku=lamp]");
  }

  @Test
  void how_it_stands_is_shown_when_that_is_not_as_expected() {
    order.failing(Reserve.class, noLuck, 1).whenEvent(ORDERED);

    assertFails(
        order::expectCompleted,
        "The instance 'O-1' of the saga 'order' was expected to be COMPLETED, but it is ACTIVE",
        "step reserve: has failed",
        "no luck",
        "2026-01-01T00:00:01Z",
        "deadline late: 2026-01-01T01:00:00Z");
  }

  @Test
  void an_end_is_no_waiting() {
    order.given(ORDERED, new Delivered("O-1"));

    assertFails(order::expectWaiting, "to wait, but it is COMPLETED", "step ship: COMPLETED");
    assertFails(() -> order.expectCompensated("reserve"), "but it is COMPLETED");
  }

  @Test
  void other_steps_taken_back_are_shown() {
    order.given(ORDERED, new Lost("O-1"));

    assertFails(
        () -> order.expectCompensated("reserve", "ship"),
        "took other steps back than expected",
        "\"ship\"");
    assertFails(order::expectCompensated, "\"reserve\"");
  }

  @Test
  void another_state_is_shown_by_its_parts() {
    order.given(ORDERED);

    assertFails(
        () -> order.expectState(new Order("O-1", "chair")),
        "another state than expected",
        "sku = \"chair\" | sku = \"lamp\"");
  }

  @Test
  void a_step_that_is_given_up_leads_back_without_it() {
    order
        .failing(Reserve.class, noLuck, 3)
        .whenEvent(ORDERED)
        .elapse(Duration.ofSeconds(3))
        .expectCompensated();
  }

  @Test
  void a_compensation_is_quarantined_and_retried_by_hand() {
    order
        .failing(Release.class, noLuck, 10)
        .given(ORDERED, new Lost("O-1"))
        .elapse(Duration.ofHours(1))
        .expectQuarantined("release")
        .expectQuarantined("reserve");
    assertFails(
        () -> order.expectQuarantined("ship"),
        "to be QUARANTINED by 'ship', but it is QUARANTINED by compensation reserve");

    order
        .operate(OperatorAction.RETRY)
        .thenCommands(new Release("lamp"))
        .expectCompensated("reserve");
    assertFails(() -> order.operate(OperatorAction.RETRY), "RETRY is not possible", "ORX-3712");
  }

  @Test
  void settings_say_how_often_work_is_tried() {
    order
        .with(SagaSettings.class, new SagaSettings(RetryPolicy.none(), RetryPolicy.none(), 1))
        .failing(Reserve.class, noLuck, 1)
        .whenEvent(ORDERED)
        .expectCompensated();
  }

  @Test
  void settings_may_come_late() {
    order
        .failing(Reserve.class, noLuck, 2)
        .given(ORDERED)
        .with(SagaSettings.class, new SagaSettings(RetryPolicy.none(), RetryPolicy.none(), 1))
        .elapse(Duration.ofSeconds(1))
        .expectCompensated();
  }

  @Test
  void without_an_instance_the_test_is_told_so() {
    assertFails(order::expectWaiting, "No instance of the saga 'order' has begun", "@StartsOn");
  }

  @Test
  void several_instances_are_told_apart_by_their_keys() {
    order.given(ORDERED, new Ordered("O-2", "chair"), new Delivered("O-2"));

    assertFails(order::expectWaiting, "2 instances: O-1, O-2", "of(key)");
    assertFails(() -> order.of("O-3").expectWaiting(), "no instance 'O-3'", "O-1, O-2");
    order.of("O-1").expectWaiting().of("O-2").expectCompleted();
  }

  @Test
  void an_event_that_would_be_read_as_another_one_is_found() {
    assertFails(() -> order.given(new Loud("hello")), "Loud", "read again as something else");
  }

  @Test
  void it_is_started_by_hand_with_its_input_and_has_a_result() {
    numbers().whenStarted("N-1", List.of(1, 2)).expectCompleted().expectResult(2);
    assertFails(
        () -> numbers().whenStarted("N-1", List.of(1)).expectResult(2),
        "another result than expected",
        "! 2        | 1");
    assertFails(() -> numbers().whenStarted("N-1", "text"), "It cannot be started", "ORX-3714");
  }

  @Test
  void a_saga_that_never_comes_to_rest_fails_the_test() {
    SagaFixture restless =
        SagaFixture.of(
            SagaDefinition.named("restless", String.class)
                .startsOn(Ordered.class, Ordered::order, "order")
                .deadline(
                    "again",
                    Duration.ofSeconds(1),
                    (order, saga) -> {
                      saga.schedule("again", Duration.ZERO);
                      return null;
                    })
                .build());
    restless.given(ORDERED);

    assertFails(
        () -> restless.elapse(Duration.ofSeconds(1)), "The instance 'O-1' does not come to rest");
  }

  @Test
  void time_passes_on_the_clock_of_the_test() {
    SettableClock clock = new SettableClock(Instant.parse("2030-01-01T00:00:00Z"));

    order.with(Clock.class, clock).given(ORDERED).elapse(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo("2030-01-01T00:05:00Z");
    assertFails(
        () -> order.with(Clock.class, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), "SettableClock");
    assertThatCode(order::expectWaiting).doesNotThrowAnyException();
  }
}
