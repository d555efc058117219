package com.acme.balance;

import io.orchestrix.query.HandlesQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The read model of balances. */
@ApplicationScoped
public class Balances {

  private final Map<String, BigDecimal> amounts = new ConcurrentHashMap<>();

  Balance balance(@HandlesQuery(reads = "balances") BalanceOf query) {
    return new Balance(query.accountId(), amounts.getOrDefault(query.accountId(), BigDecimal.ZERO));
  }

  void book(String accountId, BigDecimal amount) {
    amounts.merge(accountId, amount, BigDecimal::add);
  }
}
