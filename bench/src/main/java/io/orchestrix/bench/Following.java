package io.orchestrix.bench;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.subscription.SubscriptionServices;
import java.time.Duration;
import java.util.List;

/** Subscriptions that follow the store from its beginning until they are closed. */
final class Following implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final List<Subscription> subscriptions;
  private final SubscriptionServices services;
  private final FollowerThreads threads;
  private final SubscriptionNode node;

  /**
   * @param threads of the services; they end with this
   */
  Following(
      List<Subscription> subscriptions, SubscriptionServices services, FollowerThreads threads) {
    this.subscriptions = subscriptions;
    this.services = services;
    this.threads = threads;
    this.node = new SubscriptionNode(() -> subscriptions, services);
  }

  void start() {
    node.beat();
    threads.repeat(node::beat, services.lease().dividedBy(4));
  }

  /** As after each commit of an append. */
  void wake() {
    node.wake();
  }

  /** Until all of them have committed everything up to a position. */
  void await(GlobalPosition last) {
    for (Subscription each : subscriptions) {
      if (!node.checkpoints().await(each::name, last, LONGEST)) {
        throw new IllegalStateException(each.name() + " did not arrive: " + status(each));
      }
    }
  }

  private String status(Subscription subscription) {
    return node.checkpoints().status(subscription.name()).toString();
  }

  /** Forgets them. */
  @Override
  public void close() {
    node.end();
    threads.close();
    subscriptions.forEach(each -> services.segments().remove(each.name()));
  }
}
