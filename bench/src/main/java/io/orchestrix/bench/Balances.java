package io.orchestrix.bench;

import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandler;

/** One row for each account, read and changed by every booking; for both contestants. */
@Projection("balances")
class Balances {

  private final Supplier<EntityManager> entities;

  /**
   * @param entities gives the entity manager of the transaction of the calling thread
   */
  Balances(Supplier<EntityManager> entities) {
    this.entities = entities;
  }

  @EventHandler
  void booked(@HandlesEvent MoneyBooked event) {
    EntityManager manager = entities.get();
    Balance balance = manager.find(Balance.class, event.account());
    if (balance == null) {
      balance = new Balance(event.account());
      manager.persist(balance);
    }
    balance.book(event.amount());
  }
}
