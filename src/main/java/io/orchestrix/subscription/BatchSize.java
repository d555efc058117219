package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;

/**
 * How many events a batch takes: fewer while one of them is suspected to fail, so that the others
 * are handled without it. Used by one thread.
 */
final class BatchSize {

  private final int full;
  private int limit;
  private GlobalPosition suspectedUpTo = GlobalPosition.START;

  BatchSize(int full) {
    this.full = full;
    this.limit = full;
  }

  int limit() {
    return limit;
  }

  /**
   * @param events so many are sound, or are to be tried
   * @param upTo the last event that may be the one that fails
   */
  void shrink(int events, GlobalPosition upTo) {
    limit = Math.max(1, events);
    suspectedUpTo = upTo;
  }

  void passed(GlobalPosition position) {
    if (position.compareTo(suspectedUpTo) >= 0) {
      limit = full;
    }
  }
}
