package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.harness.Database;
import io.orchestrix.message.Event;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.saga.Trips.Asked;
import io.orchestrix.saga.Trips.Confirmed;
import io.orchestrix.saga.Trips.Desk;
import io.orchestrix.saga.Trips.Moved;
import io.orchestrix.saga.Trips.Task;
import io.orchestrix.saga.Trips.Trip;
import io.orchestrix.testkit.SettableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A class with a saga as a bean, on a node that lives by itself. */
@ParameterizedClass
@EnumSource
class SagaInCdiTest {

  @ApplicationScoped
  static class Time {
    static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

    @Produces
    @Singleton
    Clock clock() {
      return CLOCK;
    }
  }

  /** A definition that is a bean. */
  @ApplicationScoped
  static class Errands {
    @Produces
    @Singleton
    SagaDefinition<Trip> errand() {
      return SagaDefinition.named("errand", Trip.class)
          .step("go", (trip, saga) -> new Task("go to " + trip.city()))
          .build();
    }
  }

  private static final SagaId TRIP = new SagaId("trip", "T-1");

  private final LivingNode node;

  SagaInCdiTest(Database database) {
    Desk.DONE.clear();
    node =
        LivingNode.of(
                database.open(),
                "t" + UUID.randomUUID().toString().replace("-", ""),
                Trips.class,
                Trips.Prices.class,
                Desk.class,
                Errands.class,
                Time.class)
            .begin();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void happens(Event event) {
    Trips.happens(
        node.container().get(EventStore.class), node.container().get(MetadataFactory.class), event);
  }

  private SagaInstance trip() {
    return node.container().get(Sagas.class).find(TRIP).orElseThrow();
  }

  private void begin() {
    happens(new Asked("T-1", "C-1"));
    await().until(() -> Desk.DONE.contains("ask for T-1"));
  }

  @Test
  void it_takes_events_by_its_own_and_by_a_further_key_and_goes_on_to_its_end() {
    begin();
    happens(new Moved("C-1", "Bonn"));
    await().untilAsserted(() -> assertThat(trip().state()).isEqualTo(state("Bonn")));

    happens(new Confirmed("T-1"));

    await().until(() -> trip().status() == SagaStatus.COMPLETED);
    assertThat(Desk.DONE).containsExactly("reserve T-1 for 3", "ask for T-1", "send T-1 to Bonn");
  }

  private static Object state(String city) {
    return Map.of("id", "T-1", "city", city);
  }

  @Test
  void a_definition_is_a_bean() {
    Sagas sagas = node.container().get(Sagas.class);

    SagaId errand = sagas.start("errand", "E-1", new Trip("E-1", "Rome"));

    await().until(() -> sagas.find(errand).orElseThrow().status() == SagaStatus.COMPLETED);
    assertThat(Desk.DONE).containsExactly("go to Rome");
  }

  @Test
  void its_deadline_takes_it_back() {
    begin();

    Time.CLOCK.advance(Duration.ofHours(1));

    await().until(() -> trip().status() == SagaStatus.COMPENSATED);
    assertThat(Desk.DONE).containsExactly("reserve T-1 for 3", "ask for T-1", "cancel T-1");
  }
}
