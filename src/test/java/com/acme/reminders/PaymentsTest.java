package com.acme.reminders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.testkit.RecordingCommandBus;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PaymentsTest {

  private final List<CancelOrder> cancelled = new CopyOnWriteArrayList<>();

  @Test
  void an_order_is_cancelled_that_nobody_pays() {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    try (Orchestrix app =
        Orchestrix.inMemory()
            .clock(clock)
            .module(
                "payments",
                module -> {
                  module.handles(CancelOrder.class, cancelled::add);
                  module.handlesDeadline(
                      PaymentOverdue.class,
                      due -> module.commands().send(new CancelOrder(due.orderId())));
                })
            .start()) {
      app.scheduler().schedule("ORD-1", Duration.ofDays(14), new PaymentOverdue("ORD-1"));
      app.scheduler().schedule("ORD-2", Duration.ofDays(14), new PaymentOverdue("ORD-2"));
      app.scheduler().cancel(PaymentOverdue.class, "ORD-2");

      clock.advance(Duration.ofDays(14));

      await().until(() -> app.deadlines().count() == 0);
      assertEquals(List.of(new CancelOrder("ORD-1")), cancelled);
    }
  }

  @Test
  void a_test_sees_what_was_scheduled() {
    RecordingCommandBus bus = new RecordingCommandBus();

    bus.schedule(new CancelOrder("ORD-1"), Duration.ofDays(14));

    assertEquals(
        List.of(
            new RecordingCommandBus.Scheduled(
                new CancelOrder("ORD-1"), Instant.parse("2026-01-15T00:00:00Z"))),
        bus.scheduled());
  }
}
