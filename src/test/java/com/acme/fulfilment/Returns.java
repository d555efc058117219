package com.acme.fulfilment;

import com.acme.fulfilment.OrderCommand.BookRefund;
import com.acme.fulfilment.OrderCommand.FetchGoods;
import com.acme.fulfilment.OrderCommand.RestockGoods;
import com.acme.fulfilment.OrderEvent.GoodsReturned;
import io.orchestrix.saga.SagaDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;

/** How goods come back, as a list of steps. */
class Returns {

  static final String NAME = "returns";

  record Goods(String returnId, String orderId, String sku, BigDecimal price) {}

  @Produces
  @Singleton
  SagaDefinition<Goods> definition() {
    return SagaDefinition.named(NAME, Goods.class)
        .step("fetch", (goods, saga) -> new FetchGoods(goods.returnId()))
        .awaits(GoodsReturned.class, "returnId")
        .timeout(Duration.ofDays(14))
        .step("restock", (goods, saga) -> new RestockGoods(goods.returnId(), goods.sku()))
        .together("refund", (goods, saga) -> new BookRefund(goods.orderId(), goods.price()))
        .build();
  }
}
