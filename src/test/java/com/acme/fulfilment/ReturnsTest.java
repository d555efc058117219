package com.acme.fulfilment;

import com.acme.fulfilment.OrderCommand.BookRefund;
import com.acme.fulfilment.OrderCommand.FetchGoods;
import com.acme.fulfilment.OrderCommand.RestockGoods;
import com.acme.fulfilment.OrderEvent.GoodsReturned;
import com.acme.fulfilment.Returns.Goods;
import io.orchestrix.testkit.SagaFixture;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReturnsTest {

  private static final Goods GOODS = new Goods("RET-1", "ORD-1", "SKU-7", BigDecimal.TEN);

  @Test
  void what_has_come_back_is_restocked_and_refunded() {
    SagaFixture.of(new Returns().definition())
        .whenStarted("RET-1", GOODS)
        .thenCommands(new FetchGoods("RET-1"))
        .expectWaiting()
        .whenEvent(new GoodsReturned("RET-1"))
        .thenCommands(new BookRefund("ORD-1", BigDecimal.TEN), new RestockGoods("RET-1", "SKU-7"))
        .expectCompleted();
  }
}
