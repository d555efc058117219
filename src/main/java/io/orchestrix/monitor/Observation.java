package io.orchestrix.monitor;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An {@link Activity} under way, as a {@link Monitor} sees it. Used by one thread. */
@FunctionalInterface
public interface Observation {

  /** Of those whom nobody watches. */
  Observation NONE = failure -> {};

  /**
   * It is over.
   *
   * @param failure what it ended with; {@code null} if it was done
   */
  void end(@Nullable Throwable failure);

  /**
   * Does the work that is observed, and ends with it.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  default <T extends @Nullable Object> T around(Callable<T> work) throws Exception {
    T result;
    try {
      result = work.call();
    } catch (Throwable e) {
      end(e);
      throw e;
    }
    end(null);
    return result;
  }

  /** Like {@link #around} for work that throws no checked exception. */
  default <T extends @Nullable Object> T get(Supplier<T> work) {
    try {
      return around(work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A supplier threw a checked exception.", e);
    }
  }
}
