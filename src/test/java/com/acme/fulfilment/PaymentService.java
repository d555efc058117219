package com.acme.fulfilment;

import java.math.BigDecimal;

/** Somebody else's server that takes money. */
interface PaymentService {

  /**
   * Takes it once under each key.
   *
   * @return the number of the receipt
   */
  String charge(String orderId, BigDecimal amount, String idempotencyKey);
}
