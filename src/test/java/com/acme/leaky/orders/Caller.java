package com.acme.leaky.orders;

import com.acme.leaky.billing.Bills;

/** Knows the handler of another module. */
public class Caller {

  private final Bills bills;

  Caller(Bills bills) {
    this.bills = bills;
  }

  @Override
  public String toString() {
    return bills.toString();
  }
}
