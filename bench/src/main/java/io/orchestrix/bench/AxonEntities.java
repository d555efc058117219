package io.orchestrix.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** A transaction is an entity manager that stays with its thread, as Spring would have it. */
final class AxonEntities implements TransactionManager, EntityManagerProvider {

  private final EntityManagerFactory factory;

  @SuppressWarnings("ThreadLocalUsage") // one instance in the benchmark
  private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

  AxonEntities(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @Override
  public EntityManager getEntityManager() {
    EntityManager entities = bound.get();
    if (entities == null) {
      throw new IllegalStateException("There is no transaction.");
    }
    return entities;
  }

  @Override
  public Transaction startTransaction() {
    if (bound.get() != null) {
      return new Joined();
    }
    EntityManager entities = factory.createEntityManager();
    entities.getTransaction().begin();
    bound.set(entities);
    return new Own(entities);
  }

  /** Its owner ends it. */
  private static final class Joined implements Transaction {
    @Override
    public void commit() {}

    @Override
    public void rollback() {}
  }

  private final class Own implements Transaction {

    private final EntityManager entities;

    Own(EntityManager entities) {
      this.entities = entities;
    }

    @Override
    public void commit() {
      bound.remove();
      try (entities) {
        entities.getTransaction().commit();
      }
    }

    @Override
    public void rollback() {
      bound.remove();
      try (entities) {
        entities.getTransaction().rollback();
      }
    }
  }
}
