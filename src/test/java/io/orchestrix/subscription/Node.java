package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A node on a store, whose beats a test gives, or that beats by itself. */
final class Node implements AutoCloseable {

  private final Threads threads = new Threads();
  private final SubscriptionNode node;

  Node(
      String name,
      Kept kept,
      Duration lease,
      SegmentStore segments,
      Supplier<List<Subscription>> subscriptions) {
    SubscriptionServices services =
        new SubscriptionServices(
            kept.events(),
            segments,
            kept.format(),
            kept.letters(),
            kept.unitOfWork(),
            threads,
            new GuardedMonitor(Monitor.NONE),
            Clock.systemUTC(),
            name,
            lease,
            Duration.ofMillis(20));
    node = new SubscriptionNode(subscriptions, services);
  }

  Node(String name, Kept kept, SegmentStore segments, Supplier<List<Subscription>> subscriptions) {
    this(name, kept, Duration.ofMinutes(1), segments, subscriptions);
  }

  Node(String name, Kept kept, Duration lease, Subscription... subscriptions) {
    this(name, kept, lease, kept.segments(), () -> List.of(subscriptions));
  }

  Node(String name, Kept kept, Subscription... subscriptions) {
    this(name, kept, Duration.ofMinutes(1), subscriptions);
  }

  static Subscription subscription(String name, int segments, EventHandler handler) {
    return subscription(name, segments, handler, Bound.NONE);
  }

  static Subscription subscription(String name, EventHandler handler, Bound bound) {
    return subscription(name, 1, handler, bound);
  }

  private static Subscription subscription(
      String name, int segments, EventHandler handler, Bound bound) {
    return new Subscription(
        name,
        handler,
        Sequencing.BY_STREAM,
        segments,
        new BatchLimit(100, Duration.ofSeconds(1)),
        GlobalPosition.START,
        GlobalPosition.START,
        bound);
  }

  Node beat() {
    node.beat();
    return this;
  }

  void refresh() {
    node.refresh();
  }

  void whileHalted(String subscription, Consumer<Boolean> work) {
    node.whileHalted(subscription, work);
  }

  boolean await(String subscription, GlobalPosition position) {
    return node.checkpoints().await(() -> subscription, position, Duration.ofSeconds(20));
  }

  SubscriptionStatus status(String subscription) {
    return node.checkpoints().status(subscription).orElseThrow();
  }

  /** As when its process is killed. */
  void kill() {
    threads.close();
  }

  @Override
  public void close() {
    node.end();
    threads.close();
  }
}
