package com.acme.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.acme.savings.SavingsEvent.SavingsDeposited;
import com.acme.savings.SavingsEvent.SavingsOpened;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.testkit.ProjectionFixture;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application tests of a projection. */
class SavingsTest {

  private static final BigDecimal TEN = new BigDecimal("10.00");

  private final List<String> welcomed = new ArrayList<>();
  private final Savings savings = new Savings();

  private ProjectionFixture<Savings> fixture() {
    return ProjectionFixture.of(savings).with(Letters.class, welcomed::add);
  }

  @Test
  void deposits_add_up() {
    fixture()
        .given("savings/S-1", new SavingsOpened("S-1", "Ada"), new SavingsDeposited("S-1", TEN))
        .given("savings/S-1", new SavingsDeposited("S-1", TEN))
        .then(it -> assertThat(it.amounts().values()).containsExactly(new BigDecimal("20.00")));
  }

  @Test
  void a_replay_leads_to_the_same_and_sends_no_letter() {
    fixture()
        .given("savings/S-1", new SavingsOpened("S-1", "Ada"), new SavingsDeposited("S-1", TEN))
        .given("savings/S-2", new SavingsOpened("S-2", "Bob"))
        .thenReplayEqualsLive(savings::amounts);

    assertThat(welcomed).containsExactly("Ada", "Bob");
  }

  @Test
  void nobody_deposits_less_than_nothing() {
    fixture()
        .given("savings/S-1", new SavingsOpened("S-1", "Ada"))
        .thenFails(
            "savings/S-1",
            new SavingsDeposited("S-1", TEN.negate()),
            IllegalArgumentException.class);
  }

  private AppendResult append(EventStore events, SavingsEvent event) {
    MetadataFactory metadata =
        new MetadataFactory(Clock.systemUTC(), "/savings", new CurrentMessage());
    StreamId stream = new StreamId("savings", event.accountId());
    return events.append(
        stream,
        AppendCondition.any(),
        List.of(
            new NewEvent(
                metadata.create(EventTypes.nameOf(event.getClass()), stream.toString()), event)));
  }

  @Test
  void who_waits_reads_what_he_wrote_and_a_new_version_is_built_beside() {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .provide(Letters.class, welcomed::add)
            .module(
                "savings",
                module -> {
                  module.projection(savings);
                  module.handlers(savings);
                  module.projection(new Limits());
                })
            .start()) {
      AppendResult stored = append(app.events(), new SavingsDeposited("S-1", TEN));
      Projections projections = app.projections();

      boolean isThere = projections.await("savings", stored.position(), Duration.ofSeconds(2));

      assertThat(isThere).isTrue();
      assertThat(app.queries().ask(new SavingsOf("S-1"))).isEqualTo(TEN);

      projections.replay("savings");

      projections.await("savings", stored.position(), Duration.ofSeconds(2));
      assertThat(app.queries().ask(new SavingsOf("S-1"))).isEqualTo(TEN);

      ReadModel next = projections.rebuild("savings");
      projections.switchOver("savings");

      await().until(() -> projections.live("savings").equals(next));
      assertThat(app.queries().ask(new SavingsOf("S-1"))).isEqualTo(TEN);
      assertThatThrownBy(
              () -> append(app.events(), new SavingsDeposited("S-1", new BigDecimal("9999999"))))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
