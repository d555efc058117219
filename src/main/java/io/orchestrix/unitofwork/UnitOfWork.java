package io.orchestrix.unitofwork;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One transaction around one message: all of it happens, or nothing.
 *
 * <p>Thread-safe; a unit of work itself belongs to its thread.
 */
public interface UnitOfWork {

  /**
   * Tells units of work apart.
   *
   * @throws IllegalStateException outside of any
   */
  Object key();

  /** Whether this thread is inside a unit of work. */
  boolean isActive();

  /**
   * Whether nothing of the unit of work of this thread can be kept any more, as something inside it
   * has failed, and whether the implementation knows.
   */
  default boolean isDoomed() {
    return false;
  }

  /**
   * Does {@code work} inside the unit of work of this thread, or else inside a new one that is
   * committed when the work returns.
   *
   * <p>An exception of the work leaves unchanged and rolls everything back; inside an outer unit of
   * work it dooms that one too, as nothing can be undone in part.
   *
   * @return what the work returns
   * @throws ConflictException if a concurrent unit of work was faster; only the one who began the
   *     unit of work may try again
   * @throws UnavailableException if the database is away; nothing was kept
   * @throws OutcomeUnknownException if the database went away while it committed
   * @throws RolledBackException if something inside failed and was caught: nothing was kept
   * @throws Exception what the work throws
   */
  <T> T call(Callable<T> work) throws Exception;

  /** Like {@link #call} for work that throws no checked exception. */
  default <T> T get(Supplier<T> work) {
    try {
      return call(work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A supplier threw a checked exception.", e);
    }
  }

  /** Like {@link #get} for work that answers nothing. */
  default void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /** How a unit of work ended. */
  enum End {
    /** All of it is kept. */
    COMMITTED,
    /** Nothing of it is kept, or nobody can tell. */
    NOT_COMMITTED
  }

  /**
   * Does {@code work} once the unit of work of this thread has ended, however it ended; perhaps on
   * another thread.
   *
   * @throws IllegalStateException outside of any
   */
  void afterEnd(Consumer<End> work);

  /** Does {@code work} outside of any unit of work; the one of this thread waits meanwhile. */
  void runOutside(Runnable work);
}
