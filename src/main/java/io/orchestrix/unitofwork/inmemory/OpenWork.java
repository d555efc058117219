package io.orchestrix.unitofwork.inmemory;

import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A unit of work that has not ended. It belongs to one thread. */
final class OpenWork {

  private static final Logger LOG = System.getLogger(OpenWork.class.getName());

  private final List<Consumer<End>> afterEnd = new ArrayList<>(2);
  private @Nullable Throwable doom;

  /** Does work inside, whose failure dooms all of it. */
  <T> T join(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Exception | Error e) {
      if (doom == null) {
        doom = e;
      }
      throw e;
    }
  }

  boolean isDoomed() {
    return doom != null;
  }

  /**
   * Checks that all of it can be kept.
   *
   * @throws RolledBackException if something inside failed and was caught
   */
  void requireSound() {
    if (doom != null) {
      throw new RolledBackException(doom);
    }
  }

  void afterEnd(Consumer<End> work) {
    afterEnd.add(work);
  }

  /** Tells everybody; what they throw comes too late for anybody to undo anything. */
  void end(End end) {
    for (Consumer<End> each : afterEnd) {
      try {
        each.accept(end);
      } catch (RuntimeException | Error e) {
        LOG.log(
            Level.ERROR,
            "ORX-2005 What was to follow a unit of work failed; the rest of it went on.",
            e);
      }
    }
  }
}
