package io.orchestrix.unitofwork.inmemory;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work of a thread where there is no JTA: in plain Java SE, and in tests.
 *
 * <pre>{@code
 * UnitOfWork unitOfWork = new InMemoryUnitOfWork();
 * EventStore store = new InMemoryEventStore(format, false, unitOfWork, EventPublisher.NONE);
 * unitOfWork.get(() -> store.append(stream, AppendCondition.noStream(), events));
 * }</pre>
 *
 * <p>It keeps nothing itself: whatever takes part in it does so by {@link #afterEnd}. Those who
 * asked are told in the order in which they asked, each alone, on the thread of the unit of work
 * but outside of it; the failure of one is logged. It waits for nobody and never times out.
 * Exceptions of the work leave unchanged, those of databases, too. Thread-safe.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {

  @SuppressWarnings("ThreadLocalUsage") // units of work of two instances have nothing in common
  private final ThreadLocal<@Nullable OpenWork> open = new ThreadLocal<>();

  @Override
  public Object key() {
    return current();
  }

  @Override
  public boolean isActive() {
    return open.get() != null;
  }

  @Override
  public boolean isDoomed() {
    OpenWork current = open.get();
    return current != null && current.isDoomed();
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    OpenWork outer = open.get();
    return outer == null ? begin(work) : outer.join(work);
  }

  private <T> T begin(Callable<T> work) throws Exception {
    OpenWork own = new OpenWork();
    End end = End.NOT_COMMITTED;
    open.set(own);
    try {
      T value = work.call();
      own.requireSound();
      end = End.COMMITTED;
      return value;
    } finally {
      open.remove();
      own.end(end);
    }
  }

  @Override
  public void afterEnd(Consumer<End> work) {
    current().afterEnd(work);
  }

  @Override
  public void runOutside(Runnable work) {
    OpenWork suspended = open.get();
    open.remove();
    try {
      work.run();
    } finally {
      if (suspended != null) {
        open.set(suspended);
      }
    }
  }

  private OpenWork current() {
    OpenWork current = open.get();
    if (current == null) {
      throw new IllegalStateException("There is no unit of work.");
    }
    return current;
  }
}
