package io.orchestrix.telemetry;

import io.orchestrix.saga.SagaStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The gauges: what they are called, and how each finds its figure. */
final class Gauges {

  private final Meters meters;
  private final FigureCache figures;

  Gauges(Meters meters, FigureCache figures) {
    this.meters = meters;
    this.figures = figures;
  }

  void register(FigureSources sources, List<String> sagas) {
    meters.gauge(Instrument.CACHED_EVENTS, List.of(), () -> (double) sources.histories().weight());
    gauge(Instrument.ORDER_HELD, found -> seconds(found.held()));
    gauge(Instrument.ORDER_BEHIND, Figures::behind);
    gauge(Instrument.DEADLINES_DUE, Figures::due);
    gauge(Instrument.DEADLINES_GIVEN_UP, Figures::givenUp);
    Stream.concat(sources.projections().stream(), sagas.stream().map(Telemetry::subscriptionOf))
        .forEach(this::ofSubscription);
    sagas.forEach(this::ofSaga);
  }

  private void ofSubscription(String name) {
    gauge(
        Instrument.LAG,
        found -> {
          var status = found.subscriptions().get(name);
          return status == null ? Double.NaN : status.lag();
        },
        name);
    gauge(
        Instrument.BEHIND,
        found -> {
          var status = found.subscriptions().get(name);
          return status == null ? Double.NaN : seconds(status.behind());
        },
        name);
    gauge(Instrument.LETTERS_OPEN, found -> found.letters().getOrDefault(name, 0L), name);
  }

  private void ofSaga(String saga) {
    for (SagaStatus status : SagaStatus.values()) {
      if (!status.isEnded()) {
        Figures.SagaState key = new Figures.SagaState(saga, status);
        gauge(
            Instrument.SAGA_INSTANCES,
            found -> found.instances().getOrDefault(key, 0L),
            saga,
            status.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** One of the figures as a number. */
  @FunctionalInterface
  private interface Figure {
    double of(Figures found);
  }

  private void gauge(Instrument gauge, Figure figure, String... labels) {
    meters.gauge(gauge, List.of(labels), () -> figures.get().map(figure::of).orElse(Double.NaN));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
