package io.orchestrix.testkit;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Units of work without a transaction, one for each thread at a time, for tests with stores in
 * memory: nothing is undone. Thread-safe.
 */
public final class ThreadUnitOfWork implements UnitOfWork {

  /** A unit of work: those who wait for its end. */
  private static final class Open {
    private final List<Consumer<End>> waiting = new ArrayList<>();
  }

  @SuppressWarnings("ThreadLocalUsage") // one instance for each test
  private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

  @Override
  public Object key() {
    return current();
  }

  @Override
  public boolean isActive() {
    return open.get() != null;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    if (isActive()) {
      return work.call();
    }
    Open begun = new Open();
    End end = End.NOT_COMMITTED;
    open.set(begun);
    try {
      T result = work.call();
      end = End.COMMITTED;
      return result;
    } finally {
      open.remove();
      for (Consumer<End> each : begun.waiting) {
        each.accept(end);
      }
    }
  }

  @Override
  public void afterEnd(Consumer<End> work) {
    current().waiting.add(work);
  }

  @Override
  public void runOutside(Runnable work) {
    Open outer = open.get();
    open.remove();
    try {
      work.run();
    } finally {
      open.set(outer);
    }
  }

  private Open current() {
    Open current = open.get();
    if (current == null) {
      throw new IllegalStateException("This thread is in no unit of work.");
    }
    return current;
  }
}
