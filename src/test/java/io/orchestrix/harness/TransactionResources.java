package io.orchestrix.harness;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.InjectionPoint;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jspecify.annotations.Nullable;

/** Injects each {@code @Resource} that the library asks for. */
final class TransactionResources implements ResourceInjectionServices {

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint point) {
    return point.getType() == ManagedExecutorService.class
        ? () -> new Reference<>(ServerThreads.executor())
        : () -> new Reference<>(new TransactionSynchronizationRegistryImple());
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(
      @Nullable String jndiName, @Nullable String mappedName) {
    throw new UnsupportedOperationException(jndiName + " " + mappedName);
  }

  @Override
  public void cleanup() {}
}
