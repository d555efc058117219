package io.orchestrix.examples.banking.balance;

import io.orchestrix.examples.banking.account.AccountStatus;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A row: how it stands with an account. */
@Entity
@Table(name = "bank_balance")
class Balance {

  @EmbeddedId private AccountKey key = new AccountKey(0, "");
  private String owner = "";

  @Enumerated(EnumType.STRING)
  private AccountStatus status = AccountStatus.OPEN;

  private BigDecimal balance = BigDecimal.ZERO;
  private long position;

  protected Balance() {}

  Balance(AccountKey key, String owner) {
    this.key = key;
    this.owner = owner;
  }

  /** Answers with the new balance. */
  BigDecimal book(BigDecimal change, long at) {
    balance = balance.add(change);
    position = at;
    return balance;
  }

  void become(AccountStatus next, long at) {
    status = next;
    position = at;
  }

  String accountId() {
    return key.accountId();
  }

  AccountBalance view() {
    return new AccountBalance(key.accountId(), owner, balance, status, position);
  }
}
