package io.orchestrix.harness;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jspecify.annotations.Nullable;

/** Injects each {@code @Resource} that the library asks for. */
final class TransactionResources implements ResourceInjectionServices {

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint point) {
    return () -> new Reference<>(resource(point.getType()));
  }

  private static Object resource(Type type) {
    if (type == ManagedScheduledExecutorService.class) {
      return ServerThreads.scheduler();
    }
    if (type == ContextService.class) {
      return ServerThreads.contexts();
    }
    return type == ManagedExecutorService.class
        ? ServerThreads.executor()
        : new TransactionSynchronizationRegistryImple();
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(
      @Nullable String jndiName, @Nullable String mappedName) {
    throw new UnsupportedOperationException(jndiName + " " + mappedName);
  }

  @Override
  public void cleanup() {}
}
