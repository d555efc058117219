package io.orchestrix.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same measurements by both APIs. */
class BacksTest {

  private static void measure(Meters meters) {
    meters.count(Instrument.EVENTS_APPENDED, 3, List.of("account"));
    meters.count(Instrument.EVENTS_APPENDED, 2, List.of("account"));
    meters.count(Instrument.EVENTS_APPENDED, 1, List.of("transfer"));
    meters.time(
        Instrument.COMMANDS, Duration.ofMillis(1_500), List.of("Deposit", "success", "none"));
    meters.time(Instrument.COMMANDS, Duration.ofMillis(500), List.of("Deposit", "success", "none"));
    meters.gauge(Instrument.LAG, List.of("balances"), () -> 4);
    meters.gauge(Instrument.LAG, List.of("totals"), () -> Double.NaN);
    meters.gauge(Instrument.ORDER_HELD, List.of(), () -> 0.5);
  }

  @Test
  void opentelemetry_gets_sums_histograms_and_gauges_with_units() {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    try (SdkMeterProvider provider =
        SdkMeterProvider.builder().registerMetricReader(reader).build()) {
      OpenTelemetryMeters meters = new OpenTelemetryMeters(provider.get("io.orchestrix"));
      measure(meters);

      Map<String, MetricData> found = collect(reader);

      MetricData appended = requireNonNull(found.get("orchestrix.events.appended"));
      assertThat(appended.getUnit()).isEqualTo("{event}");
      assertThat(appended.getLongSumData().isMonotonic()).isTrue();
      assertThat(
              appended.getLongSumData().getPoints().stream()
                  .collect(
                      Collectors.toMap(
                          point -> point.getAttributes().get(AttributeKey.stringKey("category")),
                          point -> point.getValue())))
          .containsExactlyInAnyOrderEntriesOf(Map.of("account", 5L, "transfer", 1L));
      MetricData commands = requireNonNull(found.get("orchestrix.command.duration"));
      assertThat(commands.getUnit()).isEqualTo("s");
      assertThat(commands.getHistogramData().getPoints())
          .singleElement()
          .satisfies(
              point -> {
                assertThat(point.getCount()).isEqualTo(2);
                assertThat(point.getSum()).isEqualTo(2.0);
                assertThat(point.getBoundaries()).startsWith(0.001).endsWith(300.0);
                assertThat(point.getAttributes().asMap()).hasSize(3);
              });
      assertThat(
              requireNonNull(found.get("orchestrix.subscription.lag"))
                  .getDoubleGaugeData()
                  .getPoints())
          .singleElement() // nobody knows the other one
          .satisfies(
              point -> {
                assertThat(point.getValue()).isEqualTo(4);
                assertThat(point.getAttributes())
                    .isEqualTo(Attributes.of(AttributeKey.stringKey("subscription"), "balances"));
              });

      meters.close();
      assertThat(collect(reader)).doesNotContainKey("orchestrix.subscription.lag");
    }
  }

  private static Map<String, MetricData> collect(InMemoryMetricReader reader) {
    return reader.collectAllMetrics().stream()
        .collect(Collectors.toMap(MetricData::getName, Function.identity()));
  }

  @Test
  void microprofile_metrics_gets_counters_timers_and_gauges_with_units() {
    FakeRegistry registry = new FakeRegistry();
    MicroProfileMeters meters = new MicroProfileMeters(registry.registry());
    measure(meters);

    assertThat(registry.counters.values()).containsExactlyInAnyOrder(5L, 1L);
    assertThat(registry.timers.values()).containsExactly(Duration.ofSeconds(2));
    assertThat(registry.gauges).hasSize(3);
    assertThat(registry.gauges.values().stream().map(gauge -> gauge.get().doubleValue()))
        .containsExactlyInAnyOrder(4.0, Double.NaN, 0.5);
    assertThat(requireNonNull(registry.metadata.get("orchestrix.order.held")).getUnit())
        .isEqualTo("seconds");
    assertThat(requireNonNull(registry.metadata.get("orchestrix.subscription.lag")).getUnit())
        .isEqualTo("none");
    assertThat(registry.metadata.values()).noneMatch(about -> about.getDescription().isBlank());

    meters.close();
    assertThat(registry.gauges).isEmpty();
  }
}
