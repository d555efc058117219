package io.orchestrix.subscription;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.EventFormat;
import io.orchestrix.monitor.Activity.BatchHandling;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Observation;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  /** Begins to observe that a subscription handles events. */
  Observation begin(Subscription subscription, List<RecordedEvent> events) {
    return monitor.begin(
        new BatchHandling(subscription.name(), events.size(), List.copyOf(contexts(events))));
  }

  private static Set<String> contexts(List<RecordedEvent> events) {
    Set<String> contexts = new LinkedHashSet<>();
    for (RecordedEvent event : events) {
      String context = event.metadata().traceparent();
      if (context != null && contexts.size() < BatchHandling.MOST_CONTEXTS) {
        contexts.add(context);
      }
    }
    return contexts;
  }

  void handled(Subscription subscription, int events, long begun) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
    monitor.on(new Signal.BatchHandled(subscription.name(), events, elapsed));
  }
}
