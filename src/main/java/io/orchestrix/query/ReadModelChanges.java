package io.orchestrix.query;

import java.util.Set;

/**
 * Tells when read models may have changed, on whatever node that happened. Thread-safe.
 *
 * <p>A bean of this type replaces the one of the library.
 */
@FunctionalInterface
public interface ReadModelChanges {

  /** Nothing ever changes. */
  ReadModelChanges NONE = (projections, onProgress) -> () -> {};

  /**
   * Calls {@code onProgress} after one of the {@code projections} may have committed something:
   * after each commit at least once, perhaps more often or for nothing, on any thread and at any
   * rate. It returns soon and throws nothing.
   *
   * @param projections their names, at least one
   * @return to be closed when nobody listens any more
   */
  Registration listen(Set<String> projections, Runnable onProgress);

  /** Somebody listens. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {

    /** Ends it, be it from inside of a call; calls under way may still arrive. */
    @Override
    void close();
  }
}
