package io.orchestrix.examples.banking.account;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.aggregate.Snapshots;
import io.orchestrix.examples.banking.account.AccountEvent.AccountClosed;
import io.orchestrix.examples.banking.account.AccountEvent.AccountOpened;
import io.orchestrix.examples.banking.account.AccountEvent.AccountReactivated;
import io.orchestrix.examples.banking.account.AccountEvent.AccountSuspended;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyDeposited;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.examples.banking.account.AccountEvent.TransferCredited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferDebited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferRefunded;
import io.orchestrix.message.Sensitive;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** An account and the rules of the bank. */
@Snapshots(every = 100)
@Aggregate("account")
class Account extends AggregateRoot {

  private final Map<String, BigDecimal> bookings = new HashMap<>();
  private AccountStatus status = AccountStatus.OPEN;
  private BigDecimal balance = BigDecimal.ZERO;
  @Sensitive private String owner = "";

  void open(OpenAccount command) {
    if (command.initialBalance().signum() < 0) {
      throw new DomainRuleException(
          "no-negative-start",
          "An account cannot be opened with " + command.initialBalance() + ".");
    }
    apply(new AccountOpened(command.accountId(), command.owner(), command.initialBalance()));
  }

  void deposit(DepositMoney command) {
    if (isNew(command.transactionId(), command.amount())) {
      requireOpen("take a deposit");
      apply(new MoneyDeposited(id(), command.transactionId(), command.amount()));
    }
  }

  void withdraw(WithdrawMoney command) {
    if (isNew(command.transactionId(), command.amount().negate())) {
      requireOpen("pay out");
      requireFunds(command.amount());
      apply(new MoneyWithdrawn(id(), command.transactionId(), command.amount()));
    }
  }

  void debit(DebitTransfer command) {
    if (isNew(debit(command.transferId()), command.amount().negate())) {
      requireOpen("pay out");
      requireFunds(command.amount());
      apply(new TransferDebited(id(), command.transferId(), command.amount()));
    }
  }

  void credit(CreditTransfer command) {
    if (isNew(credit(command.transferId()), command.amount())) {
      requireOpen("take a transfer");
      apply(new TransferCredited(id(), command.transferId(), command.amount()));
    }
  }

  /** Whatever has become of the account: the money was here. */
  void refund(RefundTransfer command) {
    if (isNew(refund(command.transferId()), command.amount())) {
      apply(new TransferRefunded(id(), command.transferId(), command.amount()));
    }
  }

  void suspend() {
    requireOpen("be suspended");
    apply(new AccountSuspended(id()));
  }

  void reactivate() {
    if (status != AccountStatus.SUSPENDED) {
      throw refusal("be reactivated");
    }
    apply(new AccountReactivated(id()));
  }

  void close() {
    if (status == AccountStatus.CLOSED) {
      throw refusal("be closed");
    }
    if (balance.signum() != 0) {
      throw new DomainRuleException(
          "close-at-zero",
          "The balance is %s; an account is closed only at zero."
              .formatted(balance.toPlainString()));
    }
    apply(new AccountClosed(id()));
  }

  AccountView view() {
    return new AccountView(id(), owner, balance, status, version());
  }

  private boolean isNew(String transactionId, BigDecimal change) {
    BigDecimal booked = bookings.get(transactionId);
    if (booked != null && booked.compareTo(change) != 0) {
      throw new DomainRuleException(
          "transaction-id-taken",
          "The transaction '%s' was booked with another amount.".formatted(transactionId));
    }
    return booked == null;
  }

  private static String debit(String transferId) {
    return "debit of transfer " + transferId;
  }

  private static String credit(String transferId) {
    return "credit of transfer " + transferId;
  }

  private static String refund(String transferId) {
    return "refund of transfer " + transferId;
  }

  private void requireFunds(BigDecimal amount) {
    if (balance.compareTo(amount) < 0) {
      throw new DomainRuleException(
          "no-overdraft",
          "The balance is %s; %s cannot be withdrawn."
              .formatted(balance.toPlainString(), amount.toPlainString()));
    }
  }

  private void requireOpen(String action) {
    if (status != AccountStatus.OPEN) {
      throw refusal(action);
    }
  }

  private DomainRuleException refusal(String action) {
    return new DomainRuleException(
        "account-status", "The account is %s; it cannot %s.".formatted(status, action));
  }

  private void book(String transactionId, BigDecimal change) {
    bookings.put(transactionId, change);
    balance = balance.add(change);
  }

  void when(AccountOpened event) {
    owner = event.owner();
    balance = event.initialBalance();
  }

  void when(MoneyDeposited event) {
    book(event.transactionId(), event.amount());
  }

  void when(MoneyWithdrawn event) {
    book(event.transactionId(), event.amount().negate());
  }

  void when(TransferDebited event) {
    book(debit(event.transferId()), event.amount().negate());
  }

  void when(TransferCredited event) {
    book(credit(event.transferId()), event.amount());
  }

  void when(TransferRefunded event) {
    book(refund(event.transferId()), event.amount());
  }

  void when(AccountSuspended event) {
    status = AccountStatus.SUSPENDED;
  }

  void when(AccountReactivated event) {
    status = AccountStatus.OPEN;
  }

  void when(AccountClosed event) {
    status = AccountStatus.CLOSED;
  }
}
