package io.orchestrix.deadline;

import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.monitor.GuardedMonitor;
import java.time.Clock;
import java.util.List;

/** A node on a store, whose beats a test gives. */
final class Node implements AutoCloseable {

  private final Threads threads = new Threads();
  private final CurrentMessage current = new CurrentMessage();
  private final RecordingMonitor monitor = new RecordingMonitor();
  private final ArmedDeadlineStore store;
  private final DeadlineNode node;

  Node(Kept kept, Clock clock, DeadlineHandler... handlers) {
    this.store = new ArmedDeadlineStore(kept.store(), kept.unitOfWork());
    this.node =
        new DeadlineNode(
            () -> List.of(handlers),
            new DeadlineServices(
                store, kept.unitOfWork(), threads, current, new GuardedMonitor(monitor), clock));
    store.arms(node::wake);
  }

  /** Tells this node what is put. */
  DeadlineStore store() {
    return store;
  }

  CurrentMessage current() {
    return current;
  }

  RecordingMonitor monitor() {
    return monitor;
  }

  Node beat() {
    node.beat();
    return this;
  }

  int fireDue() {
    return node.fireDue();
  }

  void end() {
    node.end();
  }

  @Override
  public void close() {
    node.end();
    threads.close();
  }
}
