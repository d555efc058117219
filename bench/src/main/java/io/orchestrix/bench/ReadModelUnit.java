package io.orchestrix.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** The persistence unit of an application, in the transactions of the server. */
record ReadModelUnit(EntityManagerFactory factory) implements AutoCloseable {

  static ReadModelUnit on(DataSource dataSource, String schema) {
    return new ReadModelUnit(
        Persistence.createEntityManagerFactory(
            "bench-orchestrix",
            Map.of(
                "jakarta.persistence.jtaDataSource",
                dataSource,
                "hibernate.default_schema",
                schema,
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.JBossStandAloneJtaPlatform",
                "hibernate.current_session_context_class",
                "jta")));
  }

  /** The one of the transaction of this thread. */
  EntityManager entities() {
    return factory.unwrap(SessionFactory.class).getCurrentSession();
  }

  @Override
  public void close() {
    factory.close();
  }
}
