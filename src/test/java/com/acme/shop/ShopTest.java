package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.shop.billing.Bill;
import com.acme.shop.billing.Billing;
import com.acme.shop.orders.CreateOrder;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.Orders;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.testkit.CatalogSnapshot;
import io.orchestrix.testkit.Modules;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {

  private final BigDecimal total = new BigDecimal("149.99");

  @Test
  void an_order_is_created() {
    try (Orchestrix app = Orchestrix.inMemory().module(new Orders()).start()) {
      app.commands().send(new CreateOrder("ORD-001", "Alice", total));

      assertEquals(total, app.repository(Order.class).load("ORD-001").total());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void an_order_is_billed_whatever_the_order_of_modules_and_observers(long seed) {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module(new Orders())
            .module(new Billing())
            .randomOrder(seed)
            .start()) {
      app.commands().send(new CreateOrder("ORD-001", "Alice", total));

      assertEquals(total, app.repository(Bill.class).load("ORD-001").amount());
    }
  }

  @Test
  void an_order_that_is_sent_twice_is_created_once() {
    try (Orchestrix app = Orchestrix.inMemory().module(new Orders()).start()) {
      CreateOrder order = new CreateOrder("ORD-001", "Alice", total);
      String requestId = "5d8e0b0c-64ff-4d2c-b1a6-6c9be8f5a6f1";

      app.commands().withIdempotencyKey(requestId).send(order);
      app.commands().withIdempotencyKey(requestId).send(order);

      assertEquals(1, app.repository(Order.class).load("ORD-001").version());
    }
  }

  @Test
  void modules_talk_by_events_only() {
    Modules.beside(Order.class).verify();
  }

  @Test
  void nobody_changes_the_catalogue_by_accident() {
    try (Orchestrix app =
        Orchestrix.inMemory().module(new Orders()).module(new Billing()).start()) {
      CatalogSnapshot.of(app.catalog())
          .matches(Path.of("test/resources/com/acme/shop/catalog.txt"));
    }
  }
}
