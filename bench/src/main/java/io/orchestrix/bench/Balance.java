package io.orchestrix.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A row of the read model: what an account has, and by how many bookings. */
@Entity
@Table(name = "balance")
class Balance {

  @Id private String account;
  private BigDecimal balance = BigDecimal.ZERO;

  @SuppressWarnings("UnusedVariable") // SQL reads it
  private long bookings;

  @SuppressWarnings("NullAway") // JPA fills it in
  protected Balance() {}

  Balance(String account) {
    this.account = account;
  }

  void book(BigDecimal amount) {
    balance = balance.add(amount);
    bookings++;
  }
}
