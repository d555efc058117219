package io.orchestrix.examples.banking.balance;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.examples.banking.account.AccountEvent.AccountClosed;
import io.orchestrix.examples.banking.account.AccountEvent.AccountOpened;
import io.orchestrix.examples.banking.account.AccountEvent.AccountReactivated;
import io.orchestrix.examples.banking.account.AccountEvent.AccountSuspended;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyDeposited;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.examples.banking.account.AccountEvent.TransferCredited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferDebited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferRefunded;
import io.orchestrix.examples.banking.account.AccountStatus;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;

/**
 * Keeps a row for each account, and one for each booking. Every row has the version of the read
 * model in its key, so the next version is built beside the one that is read. The nodes share the
 * accounts: each takes some of the four segments.
 */
@Projection(value = Balances.NAME, segments = 4)
class Balances {

  static final String NAME = "balances";

  @PersistenceContext(unitName = "bank")
  EntityManager entities;

  void opened(@HandlesEvent AccountOpened event, ReadModel model, RecordedEvent recorded) {
    Balance account =
        new Balance(new AccountKey(model.version(), event.accountId()), event.owner());
    entities.persist(account);
    BigDecimal amount = event.initialBalance();
    book(account, LineKind.OPENING, amount, amount, model, recorded);
  }

  void deposited(@HandlesEvent MoneyDeposited event, ReadModel model, RecordedEvent recorded) {
    BigDecimal amount = event.amount();
    Balance account = find(event.accountId(), model);
    book(account, LineKind.DEPOSIT, amount, amount, model, recorded);
  }

  void withdrawn(@HandlesEvent MoneyWithdrawn event, ReadModel model, RecordedEvent recorded) {
    BigDecimal amount = event.amount();
    Balance account = find(event.accountId(), model);
    book(account, LineKind.WITHDRAWAL, amount, amount.negate(), model, recorded);
  }

  void sent(@HandlesEvent TransferDebited event, ReadModel model, RecordedEvent recorded) {
    BigDecimal amount = event.amount();
    Balance account = find(event.accountId(), model);
    book(account, LineKind.SENT, amount, amount.negate(), model, recorded);
  }

  void received(@HandlesEvent TransferCredited event, ReadModel model, RecordedEvent recorded) {
    BigDecimal amount = event.amount();
    Balance account = find(event.accountId(), model);
    book(account, LineKind.RECEIVED, amount, amount, model, recorded);
  }

  void returned(@HandlesEvent TransferRefunded event, ReadModel model, RecordedEvent recorded) {
    BigDecimal amount = event.amount();
    Balance account = find(event.accountId(), model);
    book(account, LineKind.RETURNED, amount, amount, model, recorded);
  }

  void suspended(@HandlesEvent AccountSuspended event, ReadModel model, GlobalPosition at) {
    find(event.accountId(), model).become(AccountStatus.SUSPENDED, at.value());
  }

  void reactivated(@HandlesEvent AccountReactivated event, ReadModel model, GlobalPosition at) {
    find(event.accountId(), model).become(AccountStatus.OPEN, at.value());
  }

  void closed(@HandlesEvent AccountClosed event, ReadModel model, GlobalPosition at) {
    find(event.accountId(), model).become(AccountStatus.CLOSED, at.value());
  }

  @OnReset
  void clear(ReadModel model, GlobalPosition after) {
    if (!after.equals(GlobalPosition.START)) {
      throw new IllegalArgumentException("A balance needs all events of its account.");
    }
    for (String rows : new String[] {"StatementLine", "Balance"}) {
      entities
          .createQuery("delete from " + rows + " old where old.key.version = :version")
          .setParameter("version", model.version())
          .executeUpdate();
    }
  }

  private Balance find(String accountId, ReadModel model) {
    Balance account = entities.find(Balance.class, new AccountKey(model.version(), accountId));
    if (account == null) {
      throw new IllegalStateException("The account was never opened.");
    }
    return account;
  }

  private void book(
      Balance account,
      LineKind kind,
      BigDecimal amount,
      BigDecimal change,
      ReadModel model,
      RecordedEvent recorded) {
    long position = recorded.position().value();
    entities.persist(
        new StatementLine(
            new LineKey(model.version(), account.accountId(), position),
            kind,
            amount,
            account.book(change, position),
            recorded.metadata().time()));
  }
}
