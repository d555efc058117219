package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.saga.Trips.Asked;
import io.orchestrix.saga.Trips.Confirmed;
import io.orchestrix.saga.Trips.Desk;
import io.orchestrix.saga.Trips.Moved;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class with a saga without a server. */
class SagaInPlainJavaTest {

  private static final SagaId TRIP = new SagaId("trip", "T-1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final MetadataFactory metadata =
      new MetadataFactory(clock, "/test", new CurrentMessage());
  private final Orchestrix app =
      Orchestrix.inMemory()
          .clock(clock)
          .provide(Trips.Prices.class, new Trips.Prices())
          .module(
              "trips",
              module -> {
                module.saga(new Trips());
                module.handlers(new Desk());
              })
          .start();

  @BeforeEach
  void begin() {
    Desk.DONE.clear();
    happens(new Asked("T-1", "C-1"));
    await().until(() -> Desk.DONE.contains("ask for T-1"));
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void happens(Event event) {
    Trips.happens(app.events(), metadata, event);
  }

  private SagaInstance trip() {
    return app.sagas().find(TRIP).orElseThrow();
  }

  @Test
  void it_takes_events_by_its_own_and_by_a_further_key_and_goes_on_to_its_end() {
    happens(new Moved("C-1", "Bonn"));
    await()
        .untilAsserted(
            () -> assertThat(trip().state()).isEqualTo(Map.of("id", "T-1", "city", "Bonn")));

    happens(new Confirmed("T-1"));

    await().until(() -> trip().status() == SagaStatus.COMPLETED);
    assertThat(Desk.DONE).containsExactly("reserve T-1 for 3", "ask for T-1", "send T-1 to Bonn");
  }

  @Test
  void its_deadline_takes_it_back() {
    clock.advance(Duration.ofHours(1));

    await().until(() -> trip().status() == SagaStatus.COMPENSATED);
    assertThat(Desk.DONE).containsExactly("reserve T-1 for 3", "ask for T-1", "cancel T-1");
  }
}
