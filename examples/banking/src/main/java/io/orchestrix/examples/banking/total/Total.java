package io.orchestrix.examples.banking.total;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The row: how much there is. */
@Entity
@Table(name = "bank_total")
class Total {

  @Id private int version;

  @Column(name = "on_accounts")
  private BigDecimal onAccounts = new BigDecimal("0.00");

  @Column(name = "in_transit")
  private BigDecimal inTransit = new BigDecimal("0.00");

  private long position;

  protected Total() {}

  Total(int version) {
    this.version = version;
  }

  void move(BigDecimal toAccounts, BigDecimal toTransit, long at) {
    onAccounts = onAccounts.add(toAccounts);
    inTransit = inTransit.add(toTransit);
    position = at;
  }

  TotalView view() {
    return new TotalView(onAccounts, inTransit, onAccounts.add(inTransit), position);
  }
}
