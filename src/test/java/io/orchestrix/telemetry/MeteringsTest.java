package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.opentelemetry.api.OpenTelemetry;
import io.orchestrix.config.Settings;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeteringsTest {

  private static final String OTEL = "io.opentelemetry.";
  private static final String METRICS = "org.eclipse.microprofile.metrics.";

  private final FakeRegistry registry = new FakeRegistry();

  /** What is injected: one of a type, or nothing. */
  private Instance<?> beans(boolean isThere, Object bean) {
    return (Instance<?>)
        Proxy.newProxyInstance(
            Instance.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "select" -> beans(isThere, bean((Class<?>) arguments[0]));
                  case "isResolvable" -> isThere;
                  case "get" -> bean;
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private Object bean(Class<?> type) {
    return type == MetricRegistry.class ? registry.registry() : OpenTelemetry.noop();
  }

  private static Stream<Arguments> servers() {
    return Stream.of(
        arguments(List.of(), true, List.of("OpenTelemetryMeters", "MicroProfileMeters")),
        arguments(List.of(METRICS), true, List.of("OpenTelemetryMeters")),
        arguments(List.of(OTEL), true, List.of("MicroProfileMeters")),
        arguments(List.of(OTEL, METRICS), true, List.of()),
        arguments(List.of(), false, List.of()));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void what_is_there_is_used_and_what_cannot_be_linked_does_no_harm(
      List<String> missing, boolean hasBeans, List<String> expected) throws Exception {
    ClassLoader server = new Without(missing);
    Instance<?> beans = beans(hasBeans, "none");
    Method find =
        server.loadClass(Meterings.class.getName()).getDeclaredMethod("find", Instance.class);
    find.setAccessible(true);

    List<?> found = (List<?>) find.invoke(null, beans);

    assertThat(found.stream().<Object>map(each -> each.getClass().getSimpleName()))
        .containsExactlyElementsOf(expected);
    Class<?> shown = server.loadClass(Shown.class.getName());
    Object telemetry =
        server
            .loadClass(Telemetry.class.getName())
            .getConstructor(Instance.class, Settings.class, shown)
            .newInstance(
                beans,
                new Settings(name -> Optional.empty()),
                shown.getConstructor().newInstance());
    Monitor monitor = (Monitor) telemetry.getClass().getMethod("monitor").invoke(telemetry);
    monitor.on(new Signal.EventsAppended("account", 2));
    assertThat(registry.counters).hasSize(expected.contains("MicroProfileMeters") ? 1 : 0);
    assertThat(monitor == Monitor.NONE).isEqualTo(expected.isEmpty());
  }

  @Test
  void a_server_that_fails_to_give_out_its_own_does_no_harm() {
    @SuppressWarnings("unchecked")
    Instance<Object> failing =
        (Instance<Object>)
            Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("no injection point");
                });

    assertThat(Meterings.find(failing)).isEmpty();
  }
}
