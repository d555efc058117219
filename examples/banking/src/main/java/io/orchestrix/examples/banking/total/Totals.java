package io.orchestrix.examples.banking.total;

import io.orchestrix.examples.banking.account.AccountEvent.AccountOpened;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyDeposited;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.examples.banking.account.AccountEvent.TransferCredited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferDebited;
import io.orchestrix.examples.banking.account.AccountEvent.TransferRefunded;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;

/**
 * Adds up all money. It has one segment, so it takes the events of all accounts in the order of the
 * store: whoever reads it sees the money of a transfer here or there, and never twice or not at
 * all.
 */
@Projection(Totals.NAME)
class Totals {

  static final String NAME = "totals";

  @PersistenceContext(unitName = "bank")
  EntityManager entities;

  void opened(@HandlesEvent AccountOpened event, ReadModel model, GlobalPosition at) {
    total(model).move(event.initialBalance(), BigDecimal.ZERO, at.value());
  }

  void deposited(@HandlesEvent MoneyDeposited event, ReadModel model, GlobalPosition at) {
    total(model).move(event.amount(), BigDecimal.ZERO, at.value());
  }

  void withdrawn(@HandlesEvent MoneyWithdrawn event, ReadModel model, GlobalPosition at) {
    total(model).move(event.amount().negate(), BigDecimal.ZERO, at.value());
  }

  void sent(@HandlesEvent TransferDebited event, ReadModel model, GlobalPosition at) {
    total(model).move(event.amount().negate(), event.amount(), at.value());
  }

  void received(@HandlesEvent TransferCredited event, ReadModel model, GlobalPosition at) {
    total(model).move(event.amount(), event.amount().negate(), at.value());
  }

  void returned(@HandlesEvent TransferRefunded event, ReadModel model, GlobalPosition at) {
    total(model).move(event.amount(), event.amount().negate(), at.value());
  }

  @OnReset
  void clear(ReadModel model, GlobalPosition after) {
    if (!after.equals(GlobalPosition.START)) {
      throw new IllegalArgumentException("A total needs all events.");
    }
    entities
        .createQuery("delete from Total old where old.version = :version")
        .setParameter("version", model.version())
        .executeUpdate();
  }

  private Total total(ReadModel model) {
    Total total = entities.find(Total.class, model.version());
    if (total == null) {
      total = new Total(model.version());
      entities.persist(total);
    }
    return total;
  }
}
