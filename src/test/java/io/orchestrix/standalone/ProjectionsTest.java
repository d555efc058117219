package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.module.Catalog.ProjectionEntry;
import io.orchestrix.module.InvalidRegistrationException;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.projection.InvalidProjectionException;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ProjectionException;
import io.orchestrix.projection.ProjectionStatus;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.standalone.Coins.CoinsIn;
import io.orchestrix.standalone.Purse.CoinsPut;
import io.orchestrix.standalone.Purse.Put;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.SubscriptionState;
import io.orchestrix.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What projections show in plain Java SE. */
class ProjectionsTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  @Projection(value = "total", mode = Projection.Mode.INLINE)
  static class Total {
    private final List<Integer> amounts = new ArrayList<>();

    void add(@HandlesEvent CoinsPut event) throws IOException {
      if (event.amount() < 0) {
        throw new IllegalArgumentException("negative");
      }
      if (event.amount() == 0) {
        throw new IOException("nothing");
      }
      amounts.add(event.amount());
    }
  }

  private final Coins coins = new Coins();
  private final Total total = new Total();
  private final SettableClock clock = new SettableClock(THEN);
  private final Orchestrix app =
      Orchestrix.inMemory()
          .clock(clock)
          .module(
              "purses",
              module -> {
                AggregateRepository<Purse> purses = module.aggregate(Purse.class);
                module.handles(
                    Put.class,
                    command ->
                        purses.updateOrCreate(
                            command.purse(), purse -> purse.put(command.amount())));
                module.projection(coins);
                module.handlers(coins);
                module.projection(total);
              })
          .start();

  @AfterEach
  void close() {
    app.close();
  }

  private void put(String purse, int... amounts) {
    for (int amount : amounts) {
      app.commands().send(new Put(purse, amount));
    }
  }

  private void awaitAll() {
    GlobalPosition last = app.events().watermark().position();
    assertThat(app.projections().await("coins", last, SOON)).isTrue();
  }

  private int coinsIn(String purse) {
    awaitAll();
    return app.queries().ask(new CoinsIn(purse));
  }

  @Test
  void who_waits_for_a_projection_reads_what_he_wrote() {
    for (int i = 1; i <= 50; i++) {
      put("a", 1);

      assertThat(coinsIn("a")).isEqualTo(i);
    }
    assertThat(coins.thanks()).hasSize(50);
  }

  @Test
  void everything_is_claimed_when_the_application_has_started() {
    assertThat(app.projections().status("coins").subscription())
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(SubscriptionState.LIVE);
              assertThat(it.segments())
                  .allSatisfy(segment -> assertThat(segment.owner()).isNotNull());
            });
    assertThat(app.projections().list())
        .extracting(ProjectionStatus::name)
        .containsExactly("coins", "total");
  }

  @Test
  void one_that_is_paused_goes_on_where_it_was() {
    put("a", 1);
    awaitAll();
    app.projections().pause("coins");
    put("a", 2);
    assertThat(app.projections().status("coins").subscription())
        .satisfies(it -> assertThat(it.state()).isEqualTo(SubscriptionState.PAUSED));
    assertThat(coins.amounts(1)).containsExactly(1);

    app.projections().resume("coins");

    assertThat(coinsIn("a")).isEqualTo(3);
    assertThat(coins.amounts(1)).containsExactly(1, 2);
  }

  @Test
  void one_that_is_paused_in_the_middle_of_an_event_takes_it_once() throws Exception {
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    coins.before = event -> block(handling, goOn);
    put("a", 1);
    assertThat(handling.await(10, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> pausing =
        CompletableFuture.runAsync(() -> app.projections().pause("coins"));
    await().during(Duration.ofMillis(200)).until(() -> !pausing.isDone());
    goOn.countDown();
    pausing.get(10, TimeUnit.SECONDS);
    app.projections().resume("coins");
    put("a", 2);
    awaitAll();

    assertThat(coins.amounts(1)).containsExactly(1, 2);
    assertThat(coins.thanks()).containsExactly("a1", "a2");
  }

  private static void block(CountDownLatch handling, CountDownLatch goOn) {
    handling.countDown();
    try {
      assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_replay_waits_for_the_event_under_way_before_it_resets() throws Exception {
    put("a", 1, 2);
    awaitAll();
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    coins.before = event -> block(handling, goOn);
    put("a", 3);
    assertThat(handling.await(10, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> replaying =
        CompletableFuture.runAsync(() -> app.projections().replay("coins"));
    await().during(Duration.ofMillis(200)).until(() -> !replaying.isDone());
    goOn.countDown();
    replaying.get(10, TimeUnit.SECONDS);
    awaitAll();

    assertThat(coins.amounts(1)).containsExactly(1, 2, 3);
    assertThat(coins.thanks()).containsExactly("a1", "a2", "a3");
  }

  @Test
  void events_behind_a_position_or_an_instant_are_replayed() {
    put("a", 1, 2);
    GlobalPosition second = app.events().watermark().position();
    clock.advance(Duration.ofHours(1));
    put("a", 3, 4);
    awaitAll();
    List<Long> handled = new CopyOnWriteArrayList<>();
    coins.before = event -> handled.add((long) event.amount());

    app.projections().replay("coins", second);
    awaitAll();
    assertThat(handled).containsExactly(3L, 4L);
    handled.clear();
    app.projections().replay("coins", THEN.plusSeconds(1));
    awaitAll();
    assertThat(handled).containsExactly(3L, 4L);
    handled.clear();
    app.projections().replay("coins", THEN);
    awaitAll();

    assertThat(handled).containsExactly(1L, 2L, 3L, 4L);
    assertThat(coins.amounts(1)).containsExactly(1, 2, 3, 4);
    assertThat(coins.thanks()).containsExactly("a1", "a2", "a3", "a4");
  }

  @Test
  void a_version_that_is_built_beside_is_read_after_the_switch_and_the_old_one_dropped() {
    put("a", 1, 2);
    awaitAll();

    ReadModel next = app.projections().rebuild("coins");
    await().until(() -> coins.amounts(2).size() == 2);
    put("a", 3);
    assertThat(coinsIn("a")).isEqualTo(6);
    assertThat(app.projections().live("coins").version()).isEqualTo(1);
    app.projections().switchOver("coins");
    await().until(() -> app.projections().live("coins").equals(next));
    put("a", 4);

    assertThat(coinsIn("a")).isEqualTo(10);
    assertThat(coins.amounts(2)).containsExactly(1, 2, 3, 4);
    assertThat(coins.thanks()).containsExactly("a1", "a2", "a3", "a4");
    assertThat(coins.amounts(1)).containsExactly(1, 2, 3);
    clock.advance(Duration.ofMinutes(2));
    await().until(() -> coins.amounts(1).isEmpty());
    await()
        .untilAsserted(() -> assertThat(app.projections().rebuild("coins").version()).isEqualTo(3));
  }

  @Test
  void what_is_done_once_is_done_once_while_commands_come_and_versions_change() {
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 500; i++) {
                put("p" + i % 7, i + 1);
              }
            });
    for (int version = 2; version < 5; version++) {
      int next = version;
      await()
          .untilAsserted(
              () -> assertThat(app.projections().rebuild("coins").version()).isEqualTo(next));
      app.projections().switchOver("coins");
      await().until(() -> app.projections().live("coins").version() == next);
      clock.advance(Duration.ofMinutes(2));
    }
    sending.join();
    awaitAll();

    assertThat(coins.amounts(4)).hasSize(500).doesNotHaveDuplicates();
    assertThat(coins.thanks()).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void one_that_is_paused_far_behind_is_switched_and_stays_paused() {
    put("a", 1);
    awaitAll();
    app.projections().pause("coins");
    for (int i = 0; i < 2_100; i++) {
      put("b", 1);
    }

    ReadModel next = app.projections().rebuild("coins");
    app.projections().switchOver("coins");
    await().atMost(SOON).until(() -> app.projections().live("coins").equals(next));

    assertThat(coins.amounts(2)).containsExactly(1);
    assertThat(app.projections().status("coins").subscription())
        .satisfies(it -> assertThat(it.state()).isEqualTo(SubscriptionState.PAUSED));
    app.projections().resume("coins");
    assertThat(coinsIn("b")).isEqualTo(2_100);
    assertThat(coins.thanks()).hasSize(2_101);
  }

  @Test
  void one_that_is_held_for_the_switch_is_neither_resumed_nor_paused_nor_replayed()
      throws Exception {
    put("a", 1, 2);
    awaitAll();
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    coins.before = event -> block(handling, goOn);
    app.projections().rebuild("coins");
    app.projections().switchOver("coins");
    assertThat(handling.await(10, TimeUnit.SECONDS)).isTrue();
    await().untilAsserted(() -> assertThatThrownBy(this::resume).hasMessageContaining("ORX-3429"));

    assertThatThrownBy(() -> app.projections().pause("coins")).hasMessageContaining("ORX-3429");
    assertThatThrownBy(() -> app.projections().replay("coins")).hasMessageContaining("ORX-3428");
    goOn.countDown();
    await().until(() -> app.projections().live("coins").version() == 2);
    put("a", 3);

    assertThat(coinsIn("a")).isEqualTo(6);
    assertThat(coins.thanks()).containsExactly("a1", "a2", "a3");
  }

  private void resume() {
    app.projections().resume("coins");
  }

  @Test
  void what_is_left_to_build_is_counted_up_to_where_the_live_one_is() {
    put("a", 1, 2);
    awaitAll();
    app.projections().pause("coins");
    put("a", 3, 4);

    app.projections().rebuild("coins");
    await().until(() -> coins.amounts(2).size() == 2);

    await().until(() -> left() == 0);
    assertThat(app.projections().status("coins").subscription())
        .satisfies(live -> assertThat(live.lag()).isEqualTo(2));
  }

  private long left() {
    ProjectionStatus.Rebuild rebuild = app.projections().status("coins").rebuild();
    return rebuild == null ? -1 : rebuild.left();
  }

  @Test
  void a_replay_is_all_or_nothing_whoever_resumes_meanwhile() {
    put("a", 1, 2);
    awaitAll();
    coins.inReset =
        () ->
            assertThatThrownBy(() -> CompletableFuture.runAsync(this::resume).join())
                .hasMessageContaining("ORX-3427");

    app.projections().replay("coins");
    awaitAll();

    assertThat(coins.amounts(1)).containsExactly(1, 2);
    assertThat(coins.thanks()).containsExactly("a1", "a2");
  }

  @Test
  void a_reset_that_fails_changes_no_versions() {
    put("a", 1);
    awaitAll();
    app.projections().rebuild("coins");
    coins.inReset =
        () -> {
          throw new IllegalStateException("not now");
        };
    app.projections().drop("coins");
    await().during(Duration.ofMillis(300)).until(() -> !coins.amounts(1).isEmpty());
    assertThatThrownBy(() -> app.projections().rebuild("coins")).hasMessageContaining("ORX-3425");
    coins.inReset = () -> {};

    await()
        .untilAsserted(() -> assertThat(app.projections().rebuild("coins").version()).isEqualTo(3));
  }

  @Test
  void who_waits_for_a_position_waits_for_the_version_that_is_read_by_then() {
    put("a", 1);
    awaitAll();
    app.projections().pause("coins");
    put("a", 2);
    GlobalPosition last = app.events().watermark().position();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> app.projections().await("coins", last, SOON));
    app.projections().rebuild("coins");
    app.projections().switchOver("coins");
    await().until(() -> app.projections().live("coins").version() == 2);

    app.projections().resume("coins");

    assertThat(waiting.join()).isTrue();
  }

  @Test
  void a_version_that_is_given_up_is_dropped() {
    put("a", 1, 2);
    awaitAll();
    app.projections().rebuild("coins");
    await().until(() -> coins.amounts(2).size() == 2);

    app.projections().drop("coins");

    await().until(() -> coins.amounts(2).isEmpty());
    assertThat(app.projections().status("coins").rebuild()).isNull();
    put("a", 3);
    assertThat(coinsIn("a")).isEqualTo(6);
    assertThat(coins.amounts(2)).isEmpty();
  }

  @Test
  void an_event_that_fails_is_parked_edited_and_retried_before_those_behind_it() {
    coins.before =
        event -> {
          if (event.amount() == 100) {
            throw new IllegalStateException("too many");
          }
        };
    put("a", 1, 100, 3);
    put("b", 4);
    await().atMost(SOON).until(() -> elapse() && letters().size() == 2);
    assertThat(coinsIn("b")).isEqualTo(4);
    awaitAll();
    assertThat(coins.amounts(1)).containsExactly(1, 4);

    DeadLetter parked = letters().get(0);
    assertThat(parked.state()).isEqualTo(DeadLetterState.PARKED);
    app.deadLetters().edit(parked.id(), "{\"purse\": \"a\", \"amount\": 2}", "it was 2");
    app.deadLetters().retry(parked.id());

    await().until(() -> coins.amounts(1).size() == 4);
    assertThat(coins.amounts(1)).containsExactly(1, 4, 2, 3);
    await()
        .untilAsserted(
            () ->
                assertThat(letters())
                    .extracting(DeadLetter::state)
                    .containsOnly(DeadLetterState.HANDLED));
  }

  /** Pauses between attempts are told by the clock, which stands still. */
  private boolean elapse() {
    clock.advance(Duration.ofSeconds(1));
    return true;
  }

  private List<DeadLetter> letters() {
    return app.deadLetters().page(DeadLetterQuery.ALL, null, 10);
  }

  @Test
  void an_inline_projection_is_part_of_the_command() {
    put("a", 1);
    assertThat(total.amounts).containsExactly(1);

    assertThatThrownBy(() -> put("a", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative");
    assertThatThrownBy(() -> put("a", 0))
        .isInstanceOf(ProjectionException.class)
        .hasMessageContaining("ORX-8021")
        .hasCauseInstanceOf(IOException.class);

    assertThat(app.events().readAll()).hasSize(1);
    assertThat(coinsIn("a")).isEqualTo(1);
    assertThat(app.projections().await("total", new GlobalPosition(1), Duration.ZERO)).isTrue();
    assertThatThrownBy(() -> app.projections().replay("total")).hasMessageContaining("ORX-3423");
  }

  @Test
  void who_subscribes_to_a_query_hears_of_progress() {
    List<Integer> answers = new CopyOnWriteArrayList<>();
    app.queries().subscribe(new CoinsIn("a")).subscribe(new Noting(answers));
    await().until(() -> answers.equals(List.of(0)));

    put("a", 5);

    await().until(() -> answers.equals(List.of(0, 5)));
  }

  @Test
  void who_subscribes_to_a_query_hears_of_a_letter_that_was_handled() {
    coins.before =
        event -> {
          if (event.amount() == 100) {
            throw new IllegalStateException("too many");
          }
        };
    List<Integer> answers = new CopyOnWriteArrayList<>();
    app.queries().subscribe(new CoinsIn("a")).subscribe(new Noting(answers));
    put("a", 100);
    await().atMost(SOON).until(() -> elapse() && letters().size() == 1);
    awaitAll();

    coins.before = event -> {};
    app.deadLetters().retry(letters().get(0).id());

    await().until(() -> answers.contains(100));
  }

  private record Noting(List<Integer> answers) implements Subscriber<Integer> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer answer) {
      answers.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
      answers.add(-1);
    }

    @Override
    public void onComplete() {}
  }

  @Test
  void the_catalogue_tells_the_projections() {
    assertThat(app.catalog().projections())
        .containsExactly(
            new ProjectionEntry(
                "coins",
                Coins.class.getName(),
                "purses",
                Projection.Mode.ASYNC,
                List.of("coins-put")),
            new ProjectionEntry(
                "total",
                Total.class.getName(),
                "purses",
                Projection.Mode.INLINE,
                List.of("coins-put")));
  }

  @Test
  void events_that_only_a_projection_takes_are_known() {
    try (Orchestrix alone =
        Orchestrix.inMemory().module("alone", module -> module.projection(total)).start()) {
      assertThat(alone.catalog().events()).extracting("name").containsExactly("coins-put");
    }
  }

  @Test
  void mistakes_keep_the_application_from_starting() {
    assertMistake(module -> module.handlers(total), InvalidRegistrationException.class, "ORX-8022");
    assertMistake(
        module -> {
          module.projection(total);
          module.projection(new Total());
        },
        InvalidProjectionException.class,
        "ORX-3413");
    assertMistake(
        module -> module.projection("none"), InvalidProjectionException.class, "ORX-3401");
  }

  private static void assertMistake(ModuleWiring wiring, Class<?> type, String code) {
    assertThatThrownBy(() -> Orchestrix.inMemory().module("m", wiring).start())
        .isInstanceOf(type)
        .hasMessageContaining(code);
  }
}
