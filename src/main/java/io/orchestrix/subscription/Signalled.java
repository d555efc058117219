package io.orchestrix.subscription;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work that is done after each signal, on other threads, once at a time; signals that come while it
 * is done lead to doing it once more. Thread-safe.
 */
final class Signalled {

  private enum State {
    IDLE,
    DUE,
    WORKING,
    WORKING_AND_DUE
  }

  private final Runnable work;
  private final SubscriptionThreads threads;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  Signalled(Runnable work, SubscriptionThreads threads) {
    this.work = work;
    this.threads = threads;
  }

  void signal() {
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

  /** A signal that comes later. */
  void signalIn(Duration delay) {
    try {
      threads.schedule(this::signal, delay);
    } catch (RejectedExecutionException e) {
      // the next beat of the node signals
    }
  }

  private void execute() {
    try {
      threads.execute(this::run);
    } catch (RejectedExecutionException e) {
      state.set(State.IDLE); // the next beat of the node signals
    }
  }

  private void run() {
    state.set(State.WORKING);
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
