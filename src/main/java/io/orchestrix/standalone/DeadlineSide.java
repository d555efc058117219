package io.orchestrix.standalone;

import io.orchestrix.deadline.ArmedDeadlineStore;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineNode;
import io.orchestrix.deadline.DeadlineServices;
import io.orchestrix.deadline.DeadlineStore;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The deadlines of an application in memory. Thread-safe. */
final class DeadlineSide implements AutoCloseable {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(PooledThreads::daemon);
  private final ArmedDeadlineStore store;
  private final DeadlineNode node;

  DeadlineSide(
      Collection<DeadlineHandler> handlers, ArmedDeadlineStore store, Foundation foundation) {
    this.store = store;
    this.node =
        new DeadlineNode(
            () -> handlers,
            new DeadlineServices(
                store,
                foundation.unitOfWork(),
                new PooledBackgroundThreads(foundation.threads(), timer),
                foundation.current(),
                foundation.monitor(),
                foundation.clock()));
    store.arms(node::wake);
    if (!handlers.isEmpty()) {
      Heartbeat.start(timer, node::beat);
    }
  }

  DeadlineStore store() {
    return store;
  }

  DeadlineNode node() {
    return node;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    node.end();
  }
}
