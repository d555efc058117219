package com.acme.leaky.orders;

import com.acme.leaky.billing.BillWritten;

/** Does what it may: it knows the event. */
public class Listener {

  String on(BillWritten event) {
    return event.billId();
  }
}
