package io.orchestrix.examples.banking.balance;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A row: a booking, and what the balance was then. */
@Entity
@Table(name = "bank_statement_line")
class StatementLine {

  @EmbeddedId private LineKey key = new LineKey(0, "", 0);

  @Enumerated(EnumType.STRING)
  private LineKind kind = LineKind.OPENING;

  private BigDecimal amount = BigDecimal.ZERO;

  @Column(name = "balance_after")
  private BigDecimal balanceAfter = BigDecimal.ZERO;

  @Column(name = "booked_at")
  private Instant bookedAt = Instant.EPOCH;

  protected StatementLine() {}

  StatementLine(
      LineKey key, LineKind kind, BigDecimal amount, BigDecimal balanceAfter, Instant bookedAt) {
    this.key = key;
    this.kind = kind;
    this.amount = amount;
    this.balanceAfter = balanceAfter;
    this.bookedAt = bookedAt;
  }

  Booking view() {
    return new Booking(key.position(), bookedAt, kind, amount, balanceAfter);
  }
}
