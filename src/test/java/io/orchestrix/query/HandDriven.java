package io.orchestrix.query;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Threads and changes of read models that go on only when the test says so. Used by one thread. */
final class HandDriven implements QueryThreads, ReadModelChanges {

  final Deque<Runnable> waiting = new ArrayDeque<>();
  final Deque<Runnable> resting = new ArrayDeque<>();
  final List<Duration> pauses = new ArrayList<>();
  final List<Set<String>> listened = new ArrayList<>();
  final List<Runnable> listeners = new ArrayList<>();
  final List<String> callers = new ArrayList<>();
  String caller = "";
  boolean isFull;

  @Override
  public void execute(Runnable work) {
    if (isFull) {
      throw new RejectedExecutionException("full");
    }
    waiting.add(work);
  }

  @Override
  public void executeAfter(Duration pause, Runnable work) {
    pauses.add(pause);
    resting.add(work);
  }

  @Override
  public Executor asCaller() {
    String captured = caller;
    return work -> {
      callers.add(captured);
      work.run();
    };
  }

  @Override
  public Registration listen(Set<String> projections, Runnable onProgress) {
    listened.add(projections);
    listeners.add(onProgress);
    return () -> listeners.remove(onProgress);
  }

  /** Says that the read models have changed. */
  void change() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Does what waits for a thread. */
  void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Lets the interval pass, then does what waits for a thread. */
  void rest() {
    while (!resting.isEmpty()) {
      resting.remove().run();
    }
    work();
  }
}
