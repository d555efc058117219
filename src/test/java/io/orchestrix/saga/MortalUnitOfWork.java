package io.orchestrix.saga;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Lets the process die before or after one of its commits. Used by one thread. */
final class MortalUnitOfWork implements UnitOfWork {

  private final UnitOfWork unitOfWork;
  private int left;

  /**
   * @param boundaries how many it survives: there are two at each commit
   */
  MortalUnitOfWork(UnitOfWork unitOfWork, int boundaries) {
    this.unitOfWork = unitOfWork;
    this.left = boundaries;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    if (unitOfWork.isActive()) {
      return unitOfWork.call(work);
    }
    T done =
        unitOfWork.call(
            () -> {
              T value = work.call();
              pass();
              return value;
            });
    pass();
    return done;
  }

  private void pass() {
    if (left-- == 0) {
      throw new Rig.Death();
    }
  }

  @Override
  public Object key() {
    return unitOfWork.key();
  }

  @Override
  public boolean isActive() {
    return unitOfWork.isActive();
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
