package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.harness.Database;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SubscriptionState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Projections as beans, with their read models in tables. */
@ParameterizedClass
@EnumSource
class ProjectionInCdiTest {

  private final TallyApplication application;

  ProjectionInCdiTest(Database database) {
    application =
        TallyApplication.start(
            database.open(),
            "t" + UUID.randomUUID().toString().replace("-", ""),
            Map.of(
                "orchestrix.projections.failure.pause", "PT0.005S",
                "orchestrix.projections.old-kept", "PT0S",
                "orchestrix.subscriptions.lease", "PT1S"),
            Tallies.class);
  }

  @AfterEach
  void close() {
    application.forget();
    application.close();
  }

  @Test
  void what_was_written_can_be_read() {
    application.tally("a", 1);
    GlobalPosition last = application.tally("b", 2);

    assertThat(application.await(last)).isTrue();

    assertThat(application.totals()).isEqualTo(Map.of("a", 1L, "b", 2L));
    assertThat(application.projections().status("tallies").subscription())
        .satisfies(
            status -> {
              assertThat(status.state()).isEqualTo(SubscriptionState.LIVE);
              assertThat(status.lag()).isZero();
              assertThat(status.handled()).isEqualTo(2);
            });
  }

  @Test
  void a_replay_gives_the_same() {
    GlobalPosition last = application.tally("a", 1);
    application.await(last);
    application.projections().replay("tallies");
    last = application.tally("a", 4);

    assertThat(application.await(last)).isTrue();

    assertThat(application.totals()).isEqualTo(Map.of("a", 5L));
  }

  @Test
  void a_letter_that_is_edited_and_retried_keeps_the_order() {
    application.tally("bad", 1);
    application.tally("bad", -1);
    application.tally("bad", 10);
    GlobalPosition last = application.tally("good", 5);
    application.await(last);
    assertThat(application.totals()).isEqualTo(Map.of("bad", 1L, "good", 5L));

    DeadLetterQueue letters = application.container().get(DeadLetterQueue.class);
    DeadLetter parked = letters.page(DeadLetterQuery.ALL, null, 10).get(0);
    letters.edit(parked.id(), "{\"name\":\"bad\",\"by\":3}", "a slip of the pen");
    letters.retry(parked.id());

    await()
        .untilAsserted(
            () -> assertThat(application.totals()).isEqualTo(Map.of("bad", 14L, "good", 5L)));
  }

  @Test
  void a_rebuild_is_never_seen_half() throws Exception {
    for (int i = 0; i < 300; i++) {
      application.tally("n" + i % 10, 1);
    }
    application.await(application.tally("n0", 1));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> read(goesOn));
    CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(goesOn));

    ReadModel next = application.projections().rebuild("tallies");
    application.projections().switchOver("tallies");
    await()
        .untilAsserted(() -> assertThat(application.projections().live("tallies")).isEqualTo(next));
    await().untilAsserted(() -> assertThat(application.totals(1)).isEmpty());
    goesOn.set(false);

    assertThat(reader.get()).isPositive();
    assertThat(writer.get()).isPositive();
    application.await(application.tally("n0", 1));
    assertThat(application.totals()).isEqualTo(application.fold());
  }

  /** Totals of what never shrinks; looks at the live version in one transaction. */
  private Long read(AtomicBoolean goesOn) {
    long reads = 0;
    long before = 301;
    while (goesOn.get()) {
      long sum = application.totals().values().stream().mapToLong(total -> total).sum();
      assertThat(sum).isGreaterThanOrEqualTo(before);
      before = sum;
      reads++;
    }
    return reads;
  }

  private Integer write(AtomicBoolean goesOn) {
    int written = 0;
    while (goesOn.get()) {
      application.tally("n" + written % 10, 1);
      written++;
    }
    return written;
  }

  @Test
  void a_version_that_is_given_up_is_dropped() {
    application.await(application.tally("a", 1));
    application.projections().rebuild("tallies");
    await().untilAsserted(() -> assertThat(application.totals(2)).isEqualTo(Map.of("a", 1L)));
    application.projections().drop("tallies");

    await().untilAsserted(() -> assertThat(application.totals(2)).isEmpty());

    assertThat(application.totals()).isEqualTo(Map.of("a", 1L));
    assertThat(List.of(application.projections().live("tallies").version())).containsExactly(1);
  }
}
