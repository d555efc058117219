package com.acme.fulfilment;

import com.acme.fulfilment.OrderCommand.BookRefund;
import com.acme.fulfilment.OrderCommand.HandOverParcel;
import com.acme.fulfilment.OrderCommand.ReleaseStock;
import com.acme.fulfilment.OrderCommand.ReserveStock;
import com.acme.fulfilment.OrderCommand.ThankCustomer;
import com.acme.fulfilment.OrderEvent.CustomerMoved;
import com.acme.fulfilment.OrderEvent.OrderPlaced;
import com.acme.fulfilment.OrderEvent.ParcelHandedOver;
import com.acme.fulfilment.OrderEvent.ParcelRefused;
import io.orchestrix.message.Command;
import io.orchestrix.saga.Compensation;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.OnDeadline;
import io.orchestrix.saga.Retried;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.SagaContext;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;

/** Reserves and charges at once, then hands the parcel over, then thanks. */
@Saga("fulfilment")
class Fulfilment {

  record State(String orderId, String sku, BigDecimal total, String city) {}

  @StartsOn
  @Correlate("orderId")
  State placed(@HandlesEvent OrderPlaced e, SagaContext saga) {
    saga.correlate("customerId", e.customerId());
    return new State(e.orderId(), e.sku(), e.total(), e.city());
  }

  @Correlate(value = "customerId", key = "customerId")
  State moved(State s, @HandlesEvent CustomerMoved e) {
    return new State(s.orderId(), s.sku(), s.total(), e.city());
  }

  @Step(order = 1, compensatedBy = "release")
  Command reserve(State s) {
    return new ReserveStock(s.orderId(), s.sku());
  }

  @Compensation
  Command release(State s) {
    return new ReleaseStock(s.orderId(), s.sku());
  }

  @Step(order = 1, compensatedBy = "refund", outside = true, timeout = "PT2M")
  @Retried(attempts = 5, pause = "PT2S")
  String charge(State s, SagaContext saga, PaymentService payments) {
    return payments.charge(s.orderId(), s.total(), saga.idempotencyKey());
  }

  @Compensation
  @Retried(attempts = 50, longest = "PT10M")
  Command refund(State s) {
    return new BookRefund(s.orderId(), s.total());
  }

  @Step(
      order = 2,
      awaits = ParcelHandedOver.class,
      failsOn = ParcelRefused.class,
      timeout = "P2D",
      pivot = true)
  Command ship(State s, SagaContext saga) {
    saga.cancel("late");
    return new HandOverParcel(s.orderId(), s.city());
  }

  @Step(order = 3)
  Command thank(State s, SagaContext saga) {
    return new ThankCustomer(s.orderId(), saga.result("charge", String.class));
  }

  @OnDeadline("PT1H")
  void late(SagaContext saga) {
    saga.compensate("it was not paid and reserved within an hour");
  }
}
