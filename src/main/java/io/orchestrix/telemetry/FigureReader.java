package io.orchestrix.telemetry;

import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the store for all figures. Thread-safe; fails as the store does. */
final class FigureReader implements Supplier<Figures> {

  private final FigureSources sources;

  FigureReader(FigureSources sources) {
    this.sources = sources;
  }

  /** The names of the sagas. */
  List<String> sagas() {
    return sources.sagas().definitions().stream().map(SagaDefinition::name).toList();
  }

  @Override
  public Figures get() {
    Watermark watermark = sources.events().watermark();
    Watermark.Holder holder = watermark.holder();
    return new Figures(
        holder == null ? Duration.ZERO : holder.age(),
        Math.max(0, watermark.head().value() - watermark.position().value()),
        subscriptions(),
        letters(),
        sources.deadlines().countDue(sources.deadlineHandlers()),
        sources.deadlines().countGivenUp(),
        instances());
  }

  private Map<String, SubscriptionStatus> subscriptions() {
    Map<String, SubscriptionStatus> all = new HashMap<>();
    for (String projection : sources.projections()) {
      put(all, projection, sources.readModels().status(projection).subscription());
    }
    for (String saga : sagas()) {
      String name = Telemetry.subscriptionOf(saga);
      put(all, name, sources.checkpoints().status(name).orElse(null));
    }
    return all;
  }

  private static void put(
      Map<String, SubscriptionStatus> all, String name, @Nullable SubscriptionStatus status) {
    if (status != null) {
      all.put(name, status);
    }
  }

  private Map<String, Long> letters() {
    Map<String, Long> open = new HashMap<>();
    for (DeadLetterCount count : sources.letters().openCounts()) {
      open.merge(SignalMeters.name(count.subscription()), count.letters(), Long::sum);
    }
    return open;
  }

  private Map<Figures.SagaState, Long> instances() {
    Map<Figures.SagaState, Long> instances = new HashMap<>();
    for (SagaCount count : sources.sagas().openCounts()) {
      instances.merge(
          new Figures.SagaState(count.saga(), count.status()), count.count(), Long::sum);
    }
    return instances;
  }
}
