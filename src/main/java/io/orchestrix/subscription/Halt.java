package io.orchestrix.subscription;

/**
 * For as long as it is open, a node handles no events of a subscription.
 *
 * @see SubscriptionNode#halt
 */
public final class Halt implements AutoCloseable {

  private final boolean isComplete;
  private final Runnable release;

  Halt(boolean isComplete, Runnable release) {
    this.isComplete = isComplete;
    this.release = release;
  }

  /** Whether all batches have ended; otherwise one takes too long, and is still under way. */
  public boolean isComplete() {
    return isComplete;
  }

  @Override
  public void close() {
    release.run();
  }
}
