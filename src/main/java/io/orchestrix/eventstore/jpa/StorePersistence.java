package io.orchestrix.eventstore.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.util.Objects;
import javax.sql.DataSource;

/** What the server gives to the store: its persistence unit. */
@ApplicationScoped
public class StorePersistence {

  @PersistenceContext(unitName = "orchestrix")
  EntityManager entities;

  @PersistenceUnit(unitName = "orchestrix")
  EntityManagerFactory factory;

  /** Names of persistence.xml and of the JPA specification. */
  private static final String DATA_SOURCE = "jakarta.persistence.jtaDataSource";

  /** The entity manager of the transaction of the calling thread. */
  EntityManager entities() {
    return entities;
  }

  /** The data source of the persistence unit. */
  public DataSource dataSource() {
    return (DataSource) Objects.requireNonNull(factory.getProperties().get(DATA_SOURCE));
  }
}
