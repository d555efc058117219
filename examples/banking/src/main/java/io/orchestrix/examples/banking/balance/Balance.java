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

  /** What its column holds is less. */
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

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

  /**
   * Answers with the new balance. Says here what the database would say at the commit, where it is
   * hard to tell which row was meant.
   */
  BigDecimal book(BigDecimal change, long at) {
    BigDecimal next = balance.add(change);
    if (next.compareTo(TOO_MUCH) >= 0) {
      throw new ArithmeticException("A balance has at most 15 digits before the point.");
    }
    balance = next;
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
