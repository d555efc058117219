package com.acme.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.fulfilment.OrderCommand.BookRefund;
import com.acme.fulfilment.OrderCommand.FetchGoods;
import com.acme.fulfilment.OrderCommand.RestockGoods;
import com.acme.fulfilment.OrderEvent.GoodsReturned;
import com.acme.fulfilment.Returns.Goods;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.testkit.SagaFixture;
import io.orchestrix.unitofwork.RetryPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void who_starts_one_may_wait_for_it() {
    SagaDefinition<Goods> atOnce =
        SagaDefinition.named(Returns.NAME, Goods.class)
            .step("fetch", (goods, saga) -> new FetchGoods(goods.returnId()))
            .build();
    List<FetchGoods> fetched = new ArrayList<>();
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module(
                "returns",
                module -> {
                  module.saga(atOnce);
                  module.handles(FetchGoods.class, fetch -> fetched.add(fetch));
                })
            .start()) {
      ReturnsDesk desk = new ReturnsDesk(app.sagas());

      assertThat(desk.isDone(desk.begin(GOODS))).isTrue();
      assertThat(fetched).containsExactly(new FetchGoods("RET-1"));
    }
  }

  @Test
  void one_that_is_stuck_is_found_and_decided_about() {
    SagaDefinition<Goods> stuck =
        SagaDefinition.named("stuck", Goods.class)
            .step("fetch", (goods, saga) -> "fetched")
            .compensatedBy(
                (goods, saga) -> {
                  throw new IllegalStateException("nobody answers");
                })
            .compensationRetry(RetryPolicy.none())
            .step(
                "restock",
                (goods, saga) -> {
                  throw new IllegalStateException("no room");
                })
            .retry(RetryPolicy.none())
            .build();
    try (Orchestrix app =
        Orchestrix.inMemory().module("returns", module -> module.saga(stuck)).start()) {
      StuckSagas desk = new StuckSagas(app.sagas());
      SagaId id = app.sagas().start("stuck", "RET-1", GOODS);
      app.sagas().await(id, Duration.ofSeconds(10));
      assertThat(desk.howMany()).isEqualTo(1);
      assertThat(desk.toDecideOn()).extracting(SagaRow::id).containsExactly(id);
      assertThat(desk.why(id)).contains("compensation fetch", "nobody answers");

      desk.tryAgain(id, "ada");
      app.sagas().await(id, Duration.ofSeconds(10));
      desk.wasRefundedByHand(id, "ada");
      app.sagas().await(id, Duration.ofSeconds(10));

      assertThat(desk.howMany()).isZero();
    }
  }
}
