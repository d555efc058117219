package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the server gives to the store: its persistence unit. */
@ApplicationScoped
public class StorePersistence {

  @PersistenceContext(unitName = "orchestrix")
  EntityManager entities;

  @PersistenceUnit(unitName = "orchestrix")
  @Nullable EntityManagerFactory factory;

  /** Names of persistence.xml and of the JPA specification. */
  private static final String DATA_SOURCE = "jakarta.persistence.jtaDataSource";

  /** The entity manager of the transaction of the calling thread. */
  public EntityManager entities() {
    return entities;
  }

  /**
   * The data source of the persistence unit.
   *
   * @throws StoreException if the server has none, for which Open Liberty injects {@code null}
   */
  public DataSource dataSource() {
    if (factory != null && factory.getProperties().get(DATA_SOURCE) instanceof DataSource source) {
      return source;
    }
    throw StoreException.noDataSource();
  }
}
