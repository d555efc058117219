package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.background.Pulse;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SubscriptionState;
import io.orchestrix.subscription.SubscriptionStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container
class ChecksTest {

  private final Map<String, String> configured = new HashMap<>();
  private final Settings settings = new Settings(name -> Optional.ofNullable(configured.get(name)));
  private final AtomicLong nanos = new AtomicLong();

  private HealthCheckResponse call(HealthCheck check) {
    return Responses.of(check);
  }

  private static Map<String, Object> data(HealthCheckResponse response) {
    return response.getData().orElseThrow();
  }

  private NodeLiveness liveness(Pulse pulse) {
    NodeLiveness check = new NodeLiveness();
    check.pulse = One.of(pulse);
    check.settings = One.of(settings);
    return check;
  }

  @Test
  void a_node_is_alive_while_it_beats_and_not_when_it_hangs() {
    Pulse pulse = new Pulse(nanos::get);
    NodeLiveness check = liveness(pulse);
    assertThat(call(check).getStatus()).isEqualTo(Status.UP);
    pulse.beat("subscriptions");
    pulse.beat("deadlines");

    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(call(check).getStatus()).isEqualTo(Status.UP);
    pulse.beat("deadlines");
    nanos.addAndGet(Duration.ofMillis(1).toNanos());

    HealthCheckResponse down = call(check);
    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(data(down))
        .containsEntry("subscriptionsSilentForMillis", 300_001L)
        .containsEntry("deadlinesSilentForMillis", 1L)
        .containsEntry("limitMillis", 300_000L);
  }

  private HealthCheckResponse store(Watermark watermark) {
    StoreReadiness check = new StoreReadiness();
    check.settings = One.of(settings);
    check.store = One.of(storeWith(watermark));
    check.shown = One.of(begun());
    return call(check);
  }

  private static Shown begun() {
    Shown shown = new Shown();
    shown.begin(List.of(), Optional::empty);
    return shown;
  }

  private static EventStore storeWith(Watermark watermark) {
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (proxy, method, arguments) -> watermark);
  }

  @Test
  void an_append_that_holds_the_readers_makes_a_node_unready_only_behind_the_limit() {
    Watermark held =
        new Watermark(
            new GlobalPosition(5),
            new GlobalPosition(9),
            new Watermark.Holder("backend 4711", Duration.ofSeconds(31)));

    assertThat(store(held).getStatus()).isEqualTo(Status.UP);
    configured.put("orchestrix.health.held", "PT31S");
    assertThat(store(held).getStatus()).isEqualTo(Status.UP);
    configured.put("orchestrix.health.held", "PT30S");
    HealthCheckResponse down = store(held);

    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(data(down))
        .containsEntry("heldBy", "backend 4711")
        .containsEntry("heldForMillis", 31_000L)
        .containsEntry("limitMillis", 30_000L);
    assertThat(store(new Watermark(new GlobalPosition(5), new GlobalPosition(9), null)).getStatus())
        .isEqualTo(Status.UP);
  }

  @Test
  void an_application_that_has_not_started_is_not_ready_and_nothing_of_it_is_made() {
    StoreReadiness store = new StoreReadiness();
    TablesStarted tables = new TablesStarted();
    ProjectionReadiness projections = new ProjectionReadiness();
    store.shown = One.of(new Shown());
    tables.shown = store.shown;
    projections.shown = store.shown;

    for (HealthCheck check : List.of(store, tables, projections)) {
      HealthCheckResponse answer = call(check);
      assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
      assertThat(data(answer)).containsExactly(Map.entry("failure", "not started"));
    }
  }

  private HealthCheckResponse projections(Optional<Figures> figures) {
    Shown shown = new Shown();
    shown.begin(List.of("balances", "totals"), () -> figures);
    ProjectionReadiness check = new ProjectionReadiness();
    check.settings = One.of(settings);
    check.shown = One.of(shown);
    return call(check);
  }

  private static Optional<Figures> behind(long lag, Duration behind) {
    SubscriptionStatus status =
        new SubscriptionStatus(
            "balances/1",
            SubscriptionState.CATCHING_UP,
            GlobalPosition.START,
            lag,
            behind,
            0,
            List.of());
    return Optional.of(
        new Figures(Duration.ZERO, 0, Map.of("balances", status), Map.of(), 0, 0, Map.of()));
  }

  @Test
  void without_limits_no_projection_makes_a_node_unready_and_nobody_is_asked() {
    assertThat(projections(Optional.empty()).getStatus()).isEqualTo(Status.UP);
    assertThat(projections(behind(1_000_000, Duration.ofDays(3))).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_projection_behind_its_limit_makes_a_node_unready() {
    configured.put("orchestrix.projection.balances.ready.lag", "10");
    configured.put("orchestrix.projections.ready.behind", "PT2S");

    assertThat(projections(behind(10, Duration.ofSeconds(2))).getStatus()).isEqualTo(Status.UP);
    assertThat(projections(behind(11, Duration.ofSeconds(2))).getStatus()).isEqualTo(Status.DOWN);
    HealthCheckResponse down = projections(behind(1, Duration.ofMillis(2_001)));

    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(data(down))
        .containsEntry(
            "balances", "late: CATCHING_UP, 1 events and PT2.001S behind, at most 10 and PT2S")
        .containsEntry("totals", "not begun");
  }

  @Test
  void a_store_that_does_not_answer_makes_a_node_with_limits_unready() {
    configured.put("orchestrix.projections.ready.lag", "10");

    assertThat(projections(Optional.empty()).getStatus()).isEqualTo(Status.DOWN);
  }
}
