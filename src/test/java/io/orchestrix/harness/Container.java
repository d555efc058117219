package io.orchestrix.harness;

import io.orchestrix.schema.Schema;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * An application in a container of its own: CDI, JTA, JPA and a pooled data source, without a
 * server. Containers may run side by side when they were started one after the other.
 */
public final class Container implements AutoCloseable {

  private final WeldContainer weld;
  private final PooledDataSource dataSource;
  private final EntityManagerFactory factory;

  private Container(WeldContainer weld, PooledDataSource dataSource, EntityManagerFactory factory) {
    this.weld = weld;
    this.dataSource = dataSource;
    this.factory = factory;
  }

  /** Starts an application of these classes in a fresh schema of {@code database}. */
  public static Container start(TestDatabase database, Class<?>... application) {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    return startIn(schema, database, application);
  }

  /** Starts an application of these classes in {@code schema}, made if it is not there. */
  public static Container startIn(String schema, TestDatabase database, Class<?>... application) {
    System.setProperty("orchestrix.schema", "migrate");
    System.setProperty("orchestrix.db-schema", schema);
    System.setProperty("orchestrix.source", "/test");
    PooledDataSource dataSource = PooledDataSource.open(database);
    EntityManagerFactory factory = Persistence.factory(dataSource.get());
    try {
      Container container = new Container(boot(factory, application), dataSource, factory);
      container.get(Schema.class).prepare(); // as the server does at startup
      return container;
    } catch (RuntimeException | Error e) {
      factory.close();
      dataSource.close();
      throw e;
    }
  }

  private static WeldContainer boot(EntityManagerFactory factory, Class<?>... application) {
    return new Weld(UUID.randomUUID().toString())
        .addServices(
            new Persistence(factory), new TransactionResources(), new HarnessTransactions())
        .addBeanClasses(application)
        .addBeanClass(ValidatorProducer.class)
        .initialize();
  }

  /** The bean of a type. */
  public <T> T get(Class<T> type) {
    return weld.select(type).get();
  }

  /** CDI as the application sees it. */
  public CDI<Object> cdi() {
    return weld;
  }

  /** The data source beneath, for looking into tables. */
  public PooledDataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    weld.close();
    factory.close();
    dataSource.close();
  }
}
