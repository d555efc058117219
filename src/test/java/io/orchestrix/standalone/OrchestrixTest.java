package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.billing.Bill;
import com.acme.shop.billing.Billing;
import com.acme.shop.orders.CreateOrder;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.OrderCreated;
import com.acme.shop.orders.Orders;
import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.CommandOrder;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.monitor.Signal.CommandHandled;
import io.orchestrix.testkit.VirtualTime;
import io.orchestrix.unitofwork.ConflictException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrchestrixTest {

  record Ask(String what) implements Command {}

  /** Handlers as a bean would have them. */
  static class Handlers {
    String ask(@HandlesCommand Ask command, Metadata metadata, Clock clock) {
      return command.what() + " " + metadata.type() + " " + clock.instant();
    }
  }

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  private final CreateOrder order = new CreateOrder("ORD-1", "Alice", BigDecimal.TEN);

  @Test
  void commands_are_answered_asynchronously_too() {
    try (Orchestrix app = Orchestrix.inMemory().module(new Orders()).start()) {
      app.commands().sendAsync(order).toCompletableFuture().join();

      assertThat(app.repository(Order.class).async().load("ORD-1").toCompletableFuture().join())
          .returns(BigDecimal.TEN, Order::total);
    }
  }

  @Test
  void a_failing_observer_takes_the_command_back() {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module(new Orders())
            .module(
                "refusing",
                module ->
                    module.observes(
                        OrderCreated.class,
                        event -> {
                          throw new IllegalStateException("no " + event.orderId());
                        }))
            .start()) {
      assertThatThrownBy(() -> app.commands().send(order)).hasMessage("no ORD-1");
      assertThat(app.repository(Order.class).find("ORD-1")).isEmpty();
      assertThat(app.events().readAll()).isEmpty();
    }
  }

  @Test
  void what_an_observer_sends_is_caused_by_the_event() {
    List<RecordedEvent> observed = new ArrayList<>();
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module(new Orders())
            .module(new Billing())
            .module(
                "looking",
                module ->
                    module.observes(
                        OrderCreated.class, (event, recorded) -> observed.add(recorded)))
            .start()) {
      app.commands().send(order);

      RecordedEvent ordered = observed.get(0);
      assertThat(ordered.version()).isEqualTo(1);
      RecordedEvent billed =
          app.events().read(new StreamId("bill", "ORD-1")).findFirst().orElseThrow();
      assertThat(billed.metadata().correlationId()).isEqualTo(ordered.metadata().correlationId());
      assertThat(billed.position()).isGreaterThan(ordered.position());
      assertThat(app.repository(Bill.class).load("ORD-1").amount()).isEqualTo(BigDecimal.TEN);
    }
  }

  @Test
  void handlers_of_an_object_get_their_parameters() {
    VirtualTime time = VirtualTime.startingAt(THEN);
    try (Orchestrix app =
        Orchestrix.inMemory()
            .clock(time.clock())
            .module("asking", module -> module.handlers(new Handlers()))
            .start()) {
      assertThat(app.commands().send(new Ask("why"), String.class))
          .isEqualTo("why Ask 2026-01-01T00:00:00Z");
    }
  }

  @Test
  void attempts_take_no_time_in_virtual_time() {
    VirtualTime time = VirtualTime.startingAt(THEN);
    AtomicInteger tries = new AtomicInteger();
    try (Orchestrix app =
        Orchestrix.inMemory()
            .clock(time.clock())
            .pause(time)
            .set("orchestrix.retry.policy", "fixed")
            .set("orchestrix.retry.pause", "PT10M")
            .set("orchestrix.retry.longest", "PT10M")
            .set("orchestrix.retry.jitter", "false")
            .module(
                "losing",
                module ->
                    module.handles(
                        Ask.class,
                        command -> {
                          if (tries.incrementAndGet() < 4) {
                            throw new ConflictException(new IllegalStateException("lost"));
                          }
                        }))
            .start()) {
      app.commands().send(new Ask("why"));

      assertThat(time.clock().instant()).isEqualTo(THEN.plus(Duration.ofMinutes(30)));
    }
  }

  @Test
  void interceptors_monitors_validation_and_keys_work_as_in_a_server() {
    RecordingMonitor monitor = new RecordingMonitor();
    List<String> seen = new ArrayList<>();
    try (Orchestrix app =
        Orchestrix.inMemory()
            .monitor(monitor)
            .interceptor(
                CommandOrder.VALIDATION - 1,
                (message, next) -> {
                  seen.add(message.metadata().type());
                  return next.handle(message);
                })
            .module(new Orders())
            .start()) {
      app.commands().withIdempotencyKey("k").send(order);
      app.commands().withIdempotencyKey("k").send(order);

      assertThatThrownBy(() -> app.commands().send(new CreateOrder("ORD-2", " ", BigDecimal.ONE)))
          .hasMessageStartingWith("ORX-2102");
      assertThat(seen).hasSize(3).containsOnly("CreateOrder");
      assertThat(monitor.signals(CommandHandled.class)).hasSize(3);
      assertThat(app.events().readAll()).hasSize(1);
    }
  }

  @Test
  void the_catalogue_is_data() {
    try (Orchestrix app =
        Orchestrix.inMemory().module(new Orders()).module(new Billing()).start()) {
      assertThat(app.catalog().modules()).containsExactly("billing", "orders");
      assertThat(app.catalog().commands())
          .extracting("name", "module")
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("CreateOrder", "orders"),
              org.assertj.core.groups.Tuple.tuple("WriteBill", "billing"));
      assertThat(app.catalog().events())
          .extracting("name")
          .containsExactly("BillWritten", "OrderCreated");
      assertThat(app.catalog().aggregates())
          .extracting("category")
          .containsExactly("bill", "order");
    }
  }

  @Test
  void mistakes_are_told_before_anything_starts() {
    Builder twice = Orchestrix.inMemory().module("a", new Orders()).module("b", new Orders());
    assertThatThrownBy(twice::start).hasMessageStartingWith("ORX-8003");
    assertThatThrownBy(() -> Orchestrix.inMemory().module("x", m -> m.handlers("nothing")).start())
        .hasMessageStartingWith("ORX-8001");
    assertThatThrownBy(() -> Orchestrix.inMemory().set("orchestrix.retry.attempts", "0").start())
        .hasMessageStartingWith("ORX-5001");
    assertThatThrownBy(
            () -> Orchestrix.inMemory().interceptor(CommandOrder.RETRY, (message, next) -> null))
        .isInstanceOf(IllegalArgumentException.class);
    try (Orchestrix app = Orchestrix.inMemory().start()) {
      assertThatThrownBy(() -> app.repository(Order.class)).hasMessageStartingWith("ORX-8005");
    }
  }

  /** Overrides what it inherits. */
  static class Louder extends Handlers {
    @Override
    String ask(@HandlesCommand Ask command, Metadata metadata, Clock clock) {
      return command.what().toUpperCase(Locale.ROOT);
    }
  }

  /** Answers before it has the answer. */
  static class Later {
    CompletionStage<String> ask(@HandlesCommand Ask command) {
      return CompletableFuture.completedStage(command.what());
    }
  }

  @Aggregate("order")
  static class OtherOrder extends AggregateRoot {}

  @Test
  void an_overridden_handler_counts_once_and_a_future_is_no_answer() {
    try (Orchestrix app =
        Orchestrix.inMemory().module("x", m -> m.handlers(new Louder())).start()) {
      assertThat(app.commands().send(new Ask("why"))).isEqualTo("WHY");
    }
    assertThatThrownBy(
            () -> Orchestrix.inMemory().module("x", m -> m.handlers(new Later())).start())
        .hasMessageStartingWith("ORX-8002");
  }

  @Test
  void two_aggregates_of_one_category_do_not_share_streams() {
    Builder both =
        Orchestrix.inMemory()
            .module(new Orders())
            .module("other", module -> module.aggregate(OtherOrder.class));

    assertThatThrownBy(both::start).hasMessageStartingWith("ORX-8006");
  }
}
