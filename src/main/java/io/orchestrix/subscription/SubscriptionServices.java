package io.orchestrix.subscription;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.EventFormat;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.time.Duration;

/**
 * What subscriptions work with.
 *
 * @param format how the payloads of events stand that somebody has edited
 * @param letters where events go that cannot be handled
 * @param node tells this process from all others that ever were
 * @param lease how long a node is believed to be alive that says nothing
 * @param longestPause how long nobody looks for new events of other nodes at most
 */
public record SubscriptionServices(
    EventStore events,
    SegmentStore segments,
    EventFormat format,
    DeadLetterStore letters,
    UnitOfWork unitOfWork,
    BackgroundThreads threads,
    GuardedMonitor monitor,
    Clock clock,
    String node,
    Duration lease,
    Duration longestPause) {

  void handled(Subscription subscription, int events, long begun) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
    monitor.on(new Signal.BatchHandled(subscription.name(), events, elapsed));
  }
}
