package io.orchestrix.subscription;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Commits, and then says that it failed.
 *
 * @param lies so many times
 */
record LyingUnitOfWork(UnitOfWork unitOfWork, AtomicInteger lies) implements UnitOfWork {

  @Override
  public Object key() {
    return unitOfWork.key();
  }

  @Override
  public boolean isActive() {
    return unitOfWork.isActive();
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    T done = unitOfWork.call(work);
    if (!isActive() && lies.get() > 0) {
      lies.decrementAndGet();
      throw new IllegalStateException("the transaction manager is confused");
    }
    return done;
  }

  @Override
  public void afterEnd(Consumer<End> work) {
    unitOfWork.afterEnd(work);
  }

  @Override
  public void runOutside(Runnable work) {
    unitOfWork.runOutside(work);
  }
}
