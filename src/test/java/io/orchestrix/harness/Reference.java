package io.orchestrix.harness;

import org.jboss.weld.injection.spi.ResourceReference;

/** Something injected that needs no release. */
record Reference<T>(T instance) implements ResourceReference<T> {

  @Override
  public T getInstance() {
    return instance;
  }

  @Override
  public void release() {}
}
