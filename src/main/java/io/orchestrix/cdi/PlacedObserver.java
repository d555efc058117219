package io.orchestrix.cdi;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * An observer that can tell where the stored event stands. In all else it is the original, also in
 * what it throws, which CDI's own configurator would wrap.
 */
record PlacedObserver<T>(ObserverMethod<T> original, EventObservers places)
    implements ObserverMethod<T> {

  @Override
  public void notify(EventContext<T> context) {
    places.notify(original, context);
  }

  @Override
  public Class<?> getBeanClass() {
    return original.getBeanClass();
  }

  @Override
  public Bean<?> getDeclaringBean() {
    return original.getDeclaringBean();
  }

  @Override
  public Type getObservedType() {
    return original.getObservedType();
  }

  @Override
  public Set<Annotation> getObservedQualifiers() {
    return original.getObservedQualifiers();
  }

  @Override
  public Reception getReception() {
    return original.getReception();
  }

  @Override
  public TransactionPhase getTransactionPhase() {
    return original.getTransactionPhase();
  }

  @Override
  public int getPriority() {
    return original.getPriority();
  }

  @Override
  public boolean isAsync() {
    return original.isAsync();
  }

  /** As CDI names it in logs. */
  @Override
  public String toString() {
    return original.toString();
  }
}
