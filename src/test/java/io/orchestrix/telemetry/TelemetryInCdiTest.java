package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.cdi.TelemetryLife;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.projection.Projections;
import io.orchestrix.telemetry.Clicks.Clicked;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole application that is measured with MicroProfile Metrics. */
@ParameterizedClass
@EnumSource
class TelemetryInCdiTest {

  @Dependent
  static class Server {
    static final FakeRegistry FAKE = new FakeRegistry();

    @Produces
    @Singleton
    MetricRegistry registry() {
      return FAKE.registry();
    }
  }

  private final Container container;

  TelemetryInCdiTest(Database database) {
    container = Container.start(database.open(), Server.class, Clicks.class, Clicked.class);
  }

  @BeforeEach
  void begin() {
    Server.FAKE.forget();
    container.get(SubscriptionLife.class).begin();
    container.get(TelemetryLife.class).begin();
  }

  @AfterEach
  void end() {
    container.get(TelemetryLife.class).end();
    container.close();
  }

  private void click(AppendCondition condition, Boolean... areBad) {
    MetadataFactory metadata = container.get(MetadataFactory.class);
    StreamId stream = new StreamId("page", "1");
    List<NewEvent> events =
        Stream.of(areBad)
            .map(isBad -> new NewEvent(metadata.create("Clicked", null), new Clicked(isBad)))
            .toList();
    EventStore store = container.get(EventStore.class);
    assertThat(
            container
                .get(Projections.class)
                .await(
                    "clicks",
                    store.append(stream, condition, events).position(),
                    Duration.ofSeconds(20)))
        .isTrue();
  }

  private double gauge(String name, String label) {
    return Server.FAKE.gauges.entrySet().stream()
        .filter(each -> each.getKey().startsWith(name) && each.getKey().contains(label))
        .map(each -> each.getValue().get().doubleValue())
        .findFirst()
        .orElseThrow();
  }

  private long count(String name, String label) {
    return Server.FAKE.counters.entrySet().stream()
        .filter(each -> each.getKey().startsWith(name) && each.getKey().contains(label))
        .mapToLong(each -> each.getValue())
        .sum();
  }

  @Test
  void what_happens_is_counted_and_what_is_can_be_seen() {
    click(AppendCondition.noStream(), false, true, false);
    assertThatThrownBy(() -> click(AppendCondition.noStream(), false))
        .isInstanceOf(AppendConflictException.class);

    assertThat(count("orchestrix.events.appended", "page")).isEqualTo(3);
    assertThat(count("orchestrix.append.conflicts", "page")).isEqualTo(1);
    await()
        .untilAsserted(
            () -> assertThat(count("orchestrix.dead_letters.parked", "clicks")).isEqualTo(1));
    assertThat(count("orchestrix.subscription.failures", "true")).isEqualTo(1);
    assertThat(Server.FAKE.timers.keySet())
        .anyMatch(name -> name.startsWith("orchestrix.storage") && name.contains("conflict"))
        .anyMatch(name -> name.startsWith("orchestrix.subscription.batch"));
    assertThat(gauge("orchestrix.subscription.lag", "clicks")).isZero();
    assertThat(gauge("orchestrix.subscription.behind", "clicks")).isZero();
    assertThat(gauge("orchestrix.dead_letters.open", "clicks")).isEqualTo(2); // one waits behind
    assertThat(gauge("orchestrix.order.held", "")).isZero();
    assertThat(gauge("orchestrix.order.behind", "")).isZero();
    assertThat(gauge("orchestrix.deadlines.due", "")).isZero();
    assertThat(gauge("orchestrix.deadlines.given_up", "")).isZero();
  }

  @Test
  void a_database_that_is_away_leaves_gauges_empty_and_fails_no_scrape() {
    container.dataSource().close();

    assertThat(gauge("orchestrix.subscription.lag", "clicks")).isNaN();
    assertThat(gauge("orchestrix.order.held", "")).isNaN();
    assertThat(gauge("orchestrix.aggregate.cached.events", "")).isZero();
  }

  @Test
  void an_application_that_ends_takes_its_gauges_along() {
    assertThat(Server.FAKE.gauges).isNotEmpty();

    container.get(TelemetryLife.class).end();

    assertThat(Server.FAKE.gauges).isEmpty();
  }
}
