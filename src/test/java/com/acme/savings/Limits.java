package com.acme.savings;

import com.acme.savings.SavingsEvent.SavingsDeposited;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import java.math.BigDecimal;

/** Refuses what is too much, in the transaction of the command. */
@Projection(value = "limits", mode = Projection.Mode.INLINE)
class Limits {

  private static final BigDecimal MOST = new BigDecimal("1000000");

  void deposited(@HandlesEvent SavingsDeposited event) {
    if (event.amount().compareTo(MOST) > 0) {
      throw new IllegalStateException("Nobody saves so much at once: " + event.amount());
    }
  }
}
