package io.orchestrix.aggregate;

import java.time.Duration;

/** When the state of an aggregate is kept beside its events. */
public sealed interface SnapshotPolicy {

  /**
   * Whether a snapshot is to be written now.
   *
   * @param events how many events were stored since the last one
   * @param loading how long it took to read and apply them, when the aggregate was loaded
   */
  boolean isDue(long events, Duration loading);

  /** Not at all. */
  record Never() implements SnapshotPolicy {
    @Override
    public boolean isDue(long events, Duration loading) {
      return false;
    }
  }

  /**
   * After so many events.
   *
   * @param events at least 1
   */
  record Every(int events) implements SnapshotPolicy {
    public Every {
      if (events < 1) {
        throw new IllegalArgumentException("takes every = %d".formatted(events));
      }
    }

    @Override
    public boolean isDue(long since, Duration loading) {
      return since >= events;
    }
  }

  /**
   * When loading becomes slow.
   *
   * @param atLeast how long it takes then, longer than none
   */
  record IfLoadTakes(Duration atLeast) implements SnapshotPolicy {
    public IfLoadTakes {
      if (atLeast.isNegative() || atLeast.isZero()) {
        throw new IllegalArgumentException("takes ifLoadTakes = \"%s\"".formatted(atLeast));
      }
    }

    @Override
    public boolean isDue(long since, Duration loading) {
      return since > 0 && loading.compareTo(atLeast) >= 0;
    }
  }
}
