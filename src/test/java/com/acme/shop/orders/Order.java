package com.acme.shop.orders;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.command.HandlesCommand;
import java.math.BigDecimal;

/** An order of a customer. */
@Aggregate("order")
public class Order extends AggregateRoot {

  private BigDecimal total = BigDecimal.ZERO;

  @Creates
  void create(@HandlesCommand CreateOrder command) {
    apply(new OrderCreated(id(), command.customer(), command.total()));
  }

  void when(OrderCreated event) {
    total = event.total();
  }

  public BigDecimal total() {
    return total;
  }
}
