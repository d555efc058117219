package io.orchestrix.harness;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jspecify.annotations.Nullable;

/** Injects {@code @PersistenceContext} and {@code @PersistenceUnit}. */
final class Persistence implements JpaInjectionServices, AutoCloseable {

  private final DataSource dataSource;
  private volatile @Nullable EntityManagerFactory factory;

  Persistence(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Made by the first who needs it; afterwards nobody waits for anybody. */
  private EntityManagerFactory factory() {
    EntityManagerFactory made = factory;
    return made == null ? make() : made;
  }

  /** The library's persistence unit on the data source, with transactions by Narayana. */
  private synchronized EntityManagerFactory make() {
    EntityManagerFactory made = factory;
    if (made == null) {
      made =
          jakarta.persistence.Persistence.createEntityManagerFactory(
              "orchestrix",
              Map.of(
                  "jakarta.persistence.jtaDataSource",
                  dataSource,
                  "hibernate.transaction.jta.platform",
                  "org.hibernate.engine.transaction.jta.platform.internal.JBossStandAloneJtaPlatform",
                  "hibernate.current_session_context_class",
                  "jta"));
      factory = made;
    }
    return made;
  }

  @Override
  public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(
      InjectionPoint point) {
    return () -> new Reference<>(ofTransaction());
  }

  @Override
  public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(
      InjectionPoint point) {
    return () -> new Reference<>(factory());
  }

  @Override
  public void cleanup() {}

  @Override
  public void close() {
    EntityManagerFactory made = factory;
    if (made != null) {
      made.close();
    }
  }

  /** Every call goes to the entity manager of the thread's transaction. */
  EntityManager ofTransaction() {
    SessionFactory sessions = factory().unwrap(SessionFactory.class);
    return (EntityManager)
        Proxy.newProxyInstance(
            Persistence.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(sessions.getCurrentSession(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
