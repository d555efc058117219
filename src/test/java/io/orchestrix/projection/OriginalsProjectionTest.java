package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.subscription.SubscriptionState;
import io.orchestrix.subscription.SubscriptionStatus;
import io.orchestrix.subscription.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the Python original does with projections, fact by fact. */
class OriginalsProjectionTest {

  record Count(String counter, int by) implements Command {}

  record Counted(String counter, int by) implements Event {}

  @Aggregate("counter")
  static class Counter extends AggregateRoot {
    void count(int by) {
      apply(new Counted(id(), by));
    }

    void when(Counted event) {
      // nothing depends on it
    }
  }

  @Projection("behind")
  @OnFailure(attempts = 2, pause = "PT0.001S", then = AfterFailure.STOP)
  static class Behind {
    final List<String> seen = new CopyOnWriteArrayList<>();
    final Set<Integer> poisoned = ConcurrentHashMap.newKeySet();
    int resets;

    void one(@HandlesEvent Counted event) {
      if (poisoned.contains(event.by())) {
        throw new IllegalArgumentException("poison");
      }
      seen.add("one " + event.by());
    }

    void other(@HandlesEvent Counted event) {
      seen.add("other " + event.by());
    }

    @OnReset
    void reset() {
      resets++;
      seen.clear();
    }
  }

  @Projection(value = "inline", mode = Projection.Mode.INLINE)
  static class Inline {
    final List<Integer> seen = new CopyOnWriteArrayList<>();

    void one(@HandlesEvent Counted event) {
      if (event.by() < 0) {
        throw new IllegalArgumentException("negative");
      }
      seen.add(event.by());
    }
  }

  private final Behind behind = new Behind();
  private final Inline inline = new Inline();

  private Orchestrix start(Object... projections) {
    return Orchestrix.inMemory().module("counters", module -> wire(module, projections)).start();
  }

  private static void wire(ModuleRegistration module, Object... projections) {
    AggregateRepository<Counter> counters = module.aggregate(Counter.class);
    module.handles(
        Count.class,
        command ->
            counters.updateOrCreate(command.counter(), counter -> counter.count(command.by())));
    for (Object projection : projections) {
      module.projection(projection);
    }
  }

  private static void count(Orchestrix app, int... numbers) {
    for (int by : numbers) {
      app.commands().send(new Count("a", by));
    }
  }

  private static void awaitAll(Orchestrix app) {
    GlobalPosition last = app.events().watermark().position();
    assertThat(app.projections().await("behind", last, Duration.ofSeconds(10))).isTrue();
  }

  private static SubscriptionStatus status(Orchestrix app) {
    return Objects.requireNonNull(app.projections().status("behind").subscription());
  }

  private static Trouble trouble(Orchestrix app) {
    return Objects.requireNonNull(status(app).segments().get(0).trouble());
  }

  @Test
  void a_projection_has_an_id_that_no_other_has() {
    try (Orchestrix app = start(behind, inline)) {
      assertThat(app.projections().list())
          .extracting(ProjectionStatus::name)
          .containsExactly("behind", "inline");
    }
    assertThatThrownBy(() -> start(behind, new Behind())).hasMessageContaining("behind");
  }

  @Test
  void its_state_is_the_last_event_how_many_it_has_handled_and_whether_it_is_well() {
    // A defect there: the position is always 0.
    try (Orchestrix app = start(behind)) {
      count(app, 1, 2, 3);
      awaitAll(app);

      assertThat(status(app))
          .satisfies(
              status -> {
                assertThat(status.checkpoint()).isEqualTo(app.events().watermark().position());
                assertThat(status.checkpoint().value()).isPositive();
                assertThat(status.handled()).isEqualTo(3);
                assertThat(status.lag()).isZero();
                assertThat(status.behind()).isZero();
                assertThat(status.state()).isEqualTo(SubscriptionState.LIVE);
              });
    }
  }

  @Test
  void several_handlers_for_one_type_are_all_called() {
    try (Orchestrix app = start(behind)) {
      count(app, 1, 2);
      awaitAll(app);

      assertThat(behind.seen).containsExactly("one 1", "other 1", "one 2", "other 2");
    }
  }

  @Test
  void a_projection_is_synchronous_or_asynchronous() {
    try (Orchestrix app = start(behind, inline)) {
      app.projections().pause("behind");
      count(app, 1);
      assertThat(inline.seen).as("with the command").containsExactly(1);
      assertThat(behind.seen).as("behind it").isEmpty();

      app.projections().resume("behind");

      awaitAll(app);
      assertThat(behind.seen).hasSize(2);
    }
  }

  @Test
  void an_error_counts_makes_it_unhealthy_and_is_told() {
    // There later events go on with a hole. Here it is tried again, and stops, or parks the event.
    behind.poisoned.add(2);
    try (Orchestrix app = start(behind)) {
      count(app, 1, 2, 3);

      await().until(() -> status(app).state() == SubscriptionState.FAILED);
      assertThat(trouble(app).attempts()).isEqualTo(2);
      assertThat(trouble(app).failure()).contains("poison");
      assertThat(behind.seen).containsExactly("one 1", "other 1");

      behind.poisoned.clear();
      app.projections().resume("behind");
      awaitAll(app);
      assertThat(status(app).state()).isEqualTo(SubscriptionState.LIVE);
      assertThat(behind.seen).hasSize(6);
    }
  }

  @Test
  void an_error_of_a_synchronous_one_is_raised_to_who_sends_the_command() {
    // There the event is stored all the same; here nothing is.
    try (Orchestrix app = start(inline)) {
      assertThatThrownBy(() -> count(app, -1)).hasStackTraceContaining("negative");

      assertThat(app.events().readAll()).isEmpty();
    }
  }

  @Test
  void a_replay_resets_it_and_handles_all_events() {
    try (Orchestrix app = start(behind)) {
      count(app, 1, 2);
      awaitAll(app);
      List<String> before = List.copyOf(behind.seen);

      app.projections().replay("behind");

      awaitAll(app);
      assertThat(behind.resets).isEqualTo(1);
      assertThat(behind.seen).isEqualTo(before);
    }
  }

  @Test
  void an_event_that_it_has_seen_is_skipped_also_after_a_restart() {
    // There only the last event is known. A defect there, too: what was saved is of position 0, and
    // nothing catches up with what has happened in between. Here both are one transaction.
    TestDatabase database = TestDatabase.postgres();
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    Map<String, String> settings = Map.of("orchestrix.subscriptions.lease", "PT1S");
    try (TallyApplication first =
        TallyApplication.start(database, schema, settings, Tallied.class, Tallies.class)) {
      first.tally("restarted", 1);
      assertThat(first.await(first.tally("restarted", 2))).isTrue();
      assertThat(first.totals()).containsEntry("restarted", 3L);
    }
    try (TallyApplication without =
        TallyApplication.start(database, schema, settings, Tallied.class)) {
      without.tally("restarted", 10);
    }
    try (TallyApplication next =
        TallyApplication.start(database, schema, settings, Tallied.class, Tallies.class)) {
      assertThat(next.await(next.tally("restarted", 100))).isTrue();

      assertThat(next.totals()).containsEntry("restarted", 113L);
      next.forget();
    }
  }
}
