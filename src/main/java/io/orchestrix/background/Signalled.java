package io.orchestrix.background;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work that is done after each signal, on other threads, once at a time; signals that come while it
 * is done lead to doing it once more. Thread-safe.
 */
public final class Signalled {

  /** What comes so soon after is as good: clocks tell the same time a little differently. */
  private static final long A_MOMENT = Duration.ofMillis(1).toNanos();

  private enum State {
    IDLE,
    DUE,
    WORKING,
    WORKING_AND_DUE
  }

  private final Runnable work;
  private final BackgroundThreads threads;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /** The signal that comes later. */
  private final Object lock = new Object();

  private boolean isAwaited;
  private long awaitedAt;

  public Signalled(Runnable work, BackgroundThreads threads) {
    this.work = work;
    this.threads = threads;
  }

  /** Does the work soon. */
  public void signal() {
    State before = state.getAndUpdate(Signalled::due);
    if (before == State.IDLE) {
      execute();
    }
  }

  private static State due(State state) {
    return switch (state) {
      case IDLE, DUE -> State.DUE;
      case WORKING, WORKING_AND_DUE -> State.WORKING_AND_DUE;
    };
  }

  /** A signal, also if a thread was to begin before and never has. */
  public void insist() {
    State before = state.getAndUpdate(Signalled::due);
    if (before == State.IDLE || before == State.DUE) {
      execute();
    }
  }

  /** A signal that comes later. Of several only the one comes that is due first. */
  public void signalIn(Duration delay) {
    if (delay.isNegative() || delay.isZero()) {
      signal();
      return;
    }
    long now = System.nanoTime();
    long time = now + delay.toNanos();
    synchronized (lock) {
      if (isAwaited && awaitedAt - now > 0 && awaitedAt - time <= A_MOMENT) {
        return;
      }
      isAwaited = true;
      awaitedAt = time;
    }
    try {
      threads.schedule(() -> awaited(time), delay);
    } catch (RuntimeException e) { // servers refuse in more than one way
      forget(time); // the next beat of the node signals
    }
  }

  private boolean forget(long time) {
    synchronized (lock) {
      boolean isKnown = isAwaited && awaitedAt == time;
      isAwaited = isAwaited && !isKnown;
      return isKnown;
    }
  }

  private void awaited(long time) {
    if (forget(time)) {
      signal();
    }
  }

  private void execute() {
    try {
      threads.execute(this::run);
    } catch (RuntimeException | OutOfMemoryError e) { // no thread is left, or may be had
      state.compareAndSet(State.DUE, State.IDLE); // the next beat of the node signals
    }
  }

  private void run() {
    if (!state.compareAndSet(State.DUE, State.WORKING)) {
      return;
    }
    try {
      work.run();
    } finally {
      State after =
          state.updateAndGet(now -> now == State.WORKING_AND_DUE ? State.DUE : State.IDLE);
      if (after == State.DUE) {
        execute(); // behind what else waits for a thread
      }
    }
  }
}
