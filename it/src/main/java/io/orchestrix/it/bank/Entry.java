package io.orchestrix.it.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One thing that a client asked the bank to write down; it may be sent again, to the same effect.
 */
record Entry(String account, Kind kind, String transactionId, BigDecimal amount) {

  enum Kind {
    OPENING("AccountOpened"),
    DEPOSIT("MoneyDeposited"),
    WITHDRAWAL("MoneyWithdrawn");

    final String event;

    Kind(String event) {
      this.event = event;
    }
  }

  static Entry opening(String account, long initialBalance) {
    return new Entry(account, Kind.OPENING, account, BigDecimal.valueOf(initialBalance));
  }

  static Entry booking(String account, Kind kind, long amount) {
    return new Entry(account, kind, UUID.randomUUID().toString(), BigDecimal.valueOf(amount));
  }

  Answer send(Bank bank) throws IOException {
    return switch (kind) {
      case OPENING -> bank.open(account, "owner of " + account, amount.toPlainString());
      case DEPOSIT -> bank.deposit(account, transactionId, amount.toPlainString());
      case WITHDRAWAL -> bank.withdraw(account, transactionId, amount.toPlainString());
    };
  }

  BigDecimal effect() {
    return kind == Kind.WITHDRAWAL ? amount.negate() : amount;
  }
}
