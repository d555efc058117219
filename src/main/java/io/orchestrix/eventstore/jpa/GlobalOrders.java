package io.orchestrix.eventstore.jpa;

import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/** Chooses the global order that fits a database. */
final class GlobalOrders {

  private GlobalOrders() {}

  static GlobalOrder forDatabaseOf(EntityManager entities, UnitOfWork unitOfWork, String schema) {
    String product =
        entities
            .unwrap(Session.class)
            .doReturningWork(connection -> connection.getMetaData().getDatabaseProductName());
    return product.equals("PostgreSQL")
        ? new FencedOrder(schema)
        : new DenseOrder(unitOfWork, schema);
  }
}
