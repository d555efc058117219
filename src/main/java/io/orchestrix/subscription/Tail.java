package io.orchestrix.subscription;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.background.Signalled;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Follows the end of the store: at once after a commit of this process, and again and again for
 * those of others, the more seldom the longer nothing comes. Thread-safe.
 */
final class Tail {

  private static final Logger LOG = System.getLogger(Tail.class.getName());

  /** Commits of this process that come sooner one after the other are looked for together. */
  private static final long SHORTEST = Duration.ofMillis(3).toNanos();

  private final EventFeed feed;
  private final Runnable found;
  private final BooleanSupplier isNeeded;
  private final long longest;
  private final Signalled polling;
  private boolean isFailing;
  private volatile long pause = SHORTEST;
  private volatile long lastPoll = System.nanoTime();

  /**
   * @param found is called when there are events to read
   * @param isNeeded whether somebody waits for events
   * @param longest how long nobody looks at most
   */
  Tail(
      EventFeed feed,
      BackgroundThreads threads,
      Runnable found,
      BooleanSupplier isNeeded,
      Duration longest) {
    this.feed = feed;
    this.found = found;
    this.isNeeded = isNeeded;
    this.longest = longest.toNanos();
    this.polling = new Signalled(this::poll, threads);
  }

  /** Something was committed. */
  void wake() {
    pause = SHORTEST;
    polling.signalIn(Duration.ofNanos(lastPoll + SHORTEST - System.nanoTime()));
  }

  /** Time has passed. */
  void insist() {
    polling.insist();
  }

  /** Somebody waits for events now. */
  void follow() {
    polling.signalIn(Duration.ofNanos(lastPoll + pause - System.nanoTime()));
  }

  private void poll() {
    if (!isNeeded.getAsBoolean()) {
      return;
    }
    boolean any = look();
    lastPoll = System.nanoTime();
    pause = any ? SHORTEST : Math.min(pause * 2, longest);
    if (any) {
      found.run();
    }
    polling.signalIn(Duration.ofNanos(pause));
  }

  private boolean look() {
    try {
      boolean any = feed.poll();
      isFailing = false;
      return any;
    } catch (RuntimeException e) {
      if (!isFailing) {
        LOG.log(
            Level.WARNING,
            "ORX-3201 Subscriptions cannot read new events; they try again until they can.",
            e);
      }
      isFailing = true;
      return false;
    }
  }
}
