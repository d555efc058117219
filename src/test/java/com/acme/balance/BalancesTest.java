package com.acme.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.orchestrix.standalone.Orchestrix;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BalancesTest {

  @Test
  void the_balance_is_what_was_booked() {
    Balances balances = new Balances();
    balances.book("ACC-1", BigDecimal.TEN);
    try (Orchestrix app =
        Orchestrix.inMemory().module("bank", module -> module.handlers(balances)).start()) {
      Balance balance = app.queries().ask(new BalanceOf("ACC-1"));

      assertEquals(BigDecimal.TEN, balance.amount());
    }
  }
}
