package com.acme.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.fulfilment.OrderCommand.BookRefund;
import com.acme.fulfilment.OrderCommand.HandOverParcel;
import com.acme.fulfilment.OrderCommand.ReleaseStock;
import com.acme.fulfilment.OrderCommand.ReserveStock;
import com.acme.fulfilment.OrderCommand.ThankCustomer;
import com.acme.fulfilment.OrderEvent.CustomerMoved;
import com.acme.fulfilment.OrderEvent.OrderPlaced;
import com.acme.fulfilment.OrderEvent.ParcelHandedOver;
import com.acme.fulfilment.OrderEvent.ParcelRefused;
import io.orchestrix.testkit.SagaFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FulfilmentTest {

  private static final OrderPlaced PLACED =
      new OrderPlaced("ORD-1", "C-1", "SKU-7", BigDecimal.TEN, "Berlin");

  private final Set<String> keys = new HashSet<>();
  private boolean isAway;
  private final SagaFixture fulfilment =
      SagaFixture.of(new Fulfilment())
          .with(
              PaymentService.class,
              (order, amount, key) -> {
                keys.add(key);
                if (isAway) {
                  throw new IllegalStateException("no answer");
                }
                return "R-1";
              });

  @Test
  void an_order_is_reserved_charged_handed_over_and_thanked_for() {
    fulfilment
        .given(PLACED)
        .whenEvent(new ParcelHandedOver("ORD-1", "P-1"))
        .thenCommands(new ThankCustomer("ORD-1", "R-1"))
        .expectCompleted();
  }

  @Test
  void a_customer_who_moves_is_found_by_his_own_key() {
    isAway = true;
    fulfilment.given(PLACED).given(new CustomerMoved("C-1", "Bonn"));
    isAway = false;

    fulfilment
        .elapse(Duration.ofSeconds(2))
        .thenCommands(new HandOverParcel("ORD-1", "Bonn"))
        .expectWaiting();
    assertThat(keys).hasSize(1);
  }

  @Test
  void what_may_have_been_charged_is_refunded() {
    isAway = true;

    fulfilment
        .whenEvent(PLACED)
        .elapse(Duration.ofHours(1))
        .thenCommands(new ReleaseStock("ORD-1", "SKU-7"), new BookRefund("ORD-1", BigDecimal.TEN))
        .expectCompensated("reserve", "charge");
  }

  @Test
  void a_parcel_that_is_refused_takes_the_order_back() {
    fulfilment
        .whenEvent(PLACED)
        .thenCommands(new ReserveStock("ORD-1", "SKU-7"), new HandOverParcel("ORD-1", "Berlin"))
        .whenEvent(new ParcelRefused("ORD-1", "too heavy"))
        .thenCommands(new ReleaseStock("ORD-1", "SKU-7"), new BookRefund("ORD-1", BigDecimal.TEN))
        .expectCompensated("reserve", "charge");
  }
}
