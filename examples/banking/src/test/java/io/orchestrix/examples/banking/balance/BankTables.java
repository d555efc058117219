package io.orchestrix.examples.banking.balance;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The persistence unit of the bank on an empty H2, outside of a server. */
final class BankTables implements AutoCloseable {

  private final EntityManagerFactory factory =
      Persistence.createEntityManagerFactory(
          "bank",
          Map.of(
              "jakarta.persistence.transactionType",
              "RESOURCE_LOCAL",
              "jakarta.persistence.jdbc.url",
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));

  /** Does work in a transaction of its own. */
  void within(Consumer<EntityManager> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      work.accept(entities);
      entities.getTransaction().commit();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
