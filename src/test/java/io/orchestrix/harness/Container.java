package io.orchestrix.harness;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.query.LocalQueryBus;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * An application in a container of its own: CDI, JTA, JPA and a pooled data source, without a
 * server. Containers may run side by side when they were started one after the other.
 */
public final class Container implements AutoCloseable {

  private final WeldContainer weld;
  private final PooledDataSource dataSource;
  private final Persistence persistence;

  private Container(WeldContainer weld, PooledDataSource dataSource, Persistence persistence) {
    this.weld = weld;
    this.dataSource = dataSource;
    this.persistence = persistence;
  }

  /** Starts an application of these classes in a fresh schema of {@code database}. */
  public static Container start(TestDatabase database, Class<?>... application) {
    return startWith(Map.of(), database, application);
  }

  /** Starts an application of these classes in {@code schema}, made if it is not there. */
  public static Container startIn(String schema, TestDatabase database, Class<?>... application) {
    return startWith(Map.of("orchestrix.db-schema", schema), database, application);
  }

  /** Starts an application of these classes with these settings, beside the usual ones. */
  public static Container startWith(
      Map<String, String> settings, TestDatabase database, Class<?>... application) {
    return startWith(settings, source -> source, database, application);
  }

  /** Starts an application of these classes and notes what it sends to the database. */
  public static Container startWatched(
      SentStatements sent, TestDatabase database, Class<?>... application) {
    return startWith(Map.of(), sent::watch, database, application);
  }

  private static Container startWith(
      Map<String, String> settings,
      UnaryOperator<DataSource> watch,
      TestDatabase database,
      Class<?>... application) {
    Map<String, String> usual =
        Map.of(
            "orchestrix.schema", "migrate",
            "orchestrix.db-schema", "t" + UUID.randomUUID().toString().replace("-", ""),
            "orchestrix.source", "/test");
    usual.forEach(System::setProperty);
    settings.forEach(System::setProperty);
    try {
      return start(PooledDataSource.open(database), watch, application);
    } finally {
      settings.keySet().stream()
          .filter(key -> !usual.containsKey(key))
          .forEach(System::clearProperty);
    }
  }

  private static Container start(
      PooledDataSource dataSource, UnaryOperator<DataSource> watch, Class<?>... application) {
    Persistence persistence = new Persistence(watch.apply(dataSource.get()));
    WeldContainer weld = null;
    try {
      weld = boot(persistence, application);
      weld.select(EventStore.class).get(); // as the server does at startup
      weld.select(AggregateServices.class).get(); // while its settings are there
      weld.select(CommandBus.class).get();
      weld.select(LocalQueryBus.class).get();
      return new Container(weld, dataSource, persistence);
    } catch (RuntimeException | Error e) {
      if (weld != null) {
        weld.close();
      }
      persistence.close();
      dataSource.close();
      throw e;
    }
  }

  private static WeldContainer boot(Persistence persistence, Class<?>... application) {
    return new Weld(UUID.randomUUID().toString())
        .addServices(persistence, new TransactionResources(), new HarnessTransactions())
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

  /** The library's persistence context of the transaction of this thread. */
  public EntityManager entities() {
    return persistence.ofTransaction();
  }

  /** The data source beneath, for looking into tables. */
  public PooledDataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    weld.close();
    persistence.close();
    dataSource.close();
  }
}
