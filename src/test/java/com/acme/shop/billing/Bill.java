package com.acme.shop.billing;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import java.math.BigDecimal;

/** A bill. */
@Aggregate("bill")
public class Bill extends AggregateRoot {

  private BigDecimal amount = BigDecimal.ZERO;

  void write(String customer, BigDecimal due) {
    apply(new BillWritten(id(), customer, due));
  }

  void when(BillWritten event) {
    amount = event.amount();
  }

  public BigDecimal amount() {
    return amount;
  }
}
