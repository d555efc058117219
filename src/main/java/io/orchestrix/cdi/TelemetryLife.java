package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.Projections;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.telemetry.FigureSources;
import io.orchestrix.telemetry.Telemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The life of what operators see, from the start of the application to its end. */
@ApplicationScoped
public class TelemetryLife {

  @Inject Telemetry telemetry;
  @Inject Instance<Object> beans;
  @Inject SubscriptionComposition.Registrations projections;
  @Inject DeadlineComposition.Handlers deadlineHandlers;
  @Inject ManagedBackgroundThreads threads;

  /** Lets gauges show something; on the thread whose context those have that look for it. */
  public void begin() {
    threads.adopt();
    telemetry.begin(sources(), threads::execute);
  }

  private FigureSources sources() {
    List<String> behind =
        projections.all().stream()
            .filter(found -> found.type().mode() != Projection.Mode.INLINE)
            .map(found -> found.type().name())
            .toList();
    return new FigureSources(
        bean(EventStore.class),
        bean(Projections.class),
        bean(SubscriptionNode.class).checkpoints(),
        bean(DeadLetterQueue.class),
        bean(Deadlines.class),
        bean(Sagas.class),
        bean(AggregateServices.class).histories(),
        behind,
        deadlineHandlers.all().stream().map(DeadlineHandler::name).toList());
  }

  private <T> T bean(Class<T> type) {
    return beans.select(type).get();
  }

  /** Shows nothing any more, and waits for who reads. */
  public void end() {
    telemetry.end();
    threads.end();
  }
}
