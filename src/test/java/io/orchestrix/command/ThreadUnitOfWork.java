package io.orchestrix.command;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A unit of work that only knows whether it is active. */
final class ThreadUnitOfWork implements UnitOfWork {

  private boolean active;

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    boolean outer = active;
    active = true;
    try {
      return work.call();
    } finally {
      active = outer;
    }
  }

  @Override
  public void runOutside(Runnable work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object key() {
    return Thread.currentThread();
  }

  @Override
  public void afterEnd(Consumer<End> work) {
    throw new UnsupportedOperationException();
  }
}
