package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Origin;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of deadlines has to show. */
@ParameterizedClass
@EnumSource
class DeadlineStoreConformanceTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Origin ORIGIN =
      new Origin(UUID.randomUUID(), UUID.randomUUID(), "00-4bf92f3577b34da6a3ce929d0e0e4736-1-01");
  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final String handler = "h" + UUID.randomUUID();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Kept kept;
  private final DeadlineStore store;

  DeadlineStoreConformanceTest(Kept.Kind kind) {
    kept = OPEN.computeIfAbsent(kind, Kept.Kind::open);
    store = kept.store();
  }

  @AfterEach
  void endTheThreads() {
    threads.shutdownNow();
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Kept::close);
    OPEN.clear();
  }

  private DeadlineKey key(String value) {
    return new DeadlineKey(handler, value);
  }

  private Deadline at(String value, Instant dueAt) {
    return Deadline.of(key(value), dueAt, "{\"of\":\"" + value + "\"}", ORIGIN, "Ada");
  }

  private Deadline put(String value, Instant dueAt) {
    Deadline deadline = at(value, dueAt);
    store.put(List.of(deadline));
    return deadline;
  }

  private <T> T in(Supplier<T> work) {
    return kept.unitOfWork().get(work);
  }

  private <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private List<Deadline> claimed(Instant now, int atMost) {
    return in(() -> store.claim(handler, now, atMost));
  }

  private void rollBack(Runnable work) {
    assertThatThrownBy(
            () ->
                kept.unitOfWork()
                    .run(
                        () -> {
                          work.run();
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");
  }

  @Test
  void keeps_what_it_is_told() {
    Deadline full =
        new Deadline(key("a"), UUID.randomUUID(), NOW, NOW, "päyload ☃", ORIGIN, "Ada", 3, "bad");
    Deadline bare =
        new Deadline(key("b"), UUID.randomUUID(), NOW, null, "", Origin.NONE, "", 0, null);
    store.put(List.of(bare, full));

    assertThat(store.find(key("a"))).contains(full);
    assertThat(store.find(key("b"))).contains(bare);
    assertThat(store.find(key("c"))).isEmpty();
  }

  @Test
  void nothing_comes_early_because_of_its_nanoseconds() {
    put("a", NOW.plusNanos(1));

    assertThat(claimed(NOW, 10)).isEmpty();
    assertThat(claimed(NOW.plusNanos(999), 10)).isEmpty();
    assertThat(claimed(NOW.plusNanos(1_000), 10)).hasSize(1);
    assertThat(store.find(key("a")).orElseThrow().dueAt()).isEqualTo(NOW.plusNanos(1_000));
  }

  @Test
  void another_one_under_a_key_replaces_the_first() {
    put("a", NOW);
    Deadline second = put("a", NOW.plusSeconds(1));

    assertThat(store.find(key("a"))).contains(second);
    assertThat(claimed(NOW, 10)).isEmpty();
    assertThat(claimed(NOW.plusSeconds(1), 10)).containsExactly(second);
  }

  @Test
  void of_two_under_one_key_the_last_is_kept() {
    Deadline first = at("a", NOW);
    Deadline last = at("a", NOW.plusSeconds(1));

    store.put(List.of(first, last));

    assertThat(store.find(key("a"))).contains(last);
  }

  @Test
  void without_waiting_new_ones_and_those_that_nobody_fires_are_kept() {
    put("a", NOW.plusSeconds(9));
    Deadline first = at("a", NOW);
    Deadline second = at("b", NOW);

    store.putWithoutWaiting(List.of(second, first));

    assertThat(claimed(NOW, 10)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void without_waiting_one_that_is_being_fired_keeps_nobody() {
    put("a", NOW);
    Deadline other = at("b", NOW);

    in(
        () -> {
          List<Deadline> firing = store.claim(handler, NOW, 1);
          assertThat(firing).hasSize(1);
          boolean isKept =
              elsewhere(
                  () -> {
                    store.putWithoutWaiting(List.of(at("a", NOW), other));
                    return store.find(key("b")).isPresent();
                  });
          assertThat(isKept).isTrue();
          store.put(List.of(at("a", NOW.plusSeconds(5)))); // who fires puts it anew
          return true;
        });

    assertThat(store.find(key("a"))).isPresent();
    assertThat(claimed(NOW, 10)).contains(other);
  }

  @Test
  void one_that_is_removed_is_gone() {
    put("a", NOW);

    assertThat(store.remove(key("a"))).isTrue();
    assertThat(store.remove(key("a"))).isFalse();

    assertThat(store.find(key("a"))).isEmpty();
    assertThat(claimed(NOW, 10)).isEmpty();
  }

  @Test
  void the_earliest_are_claimed_first_and_no_more_than_asked_for() {
    put("c", NOW.minusSeconds(1));
    put("a", NOW.minusSeconds(2));
    put("b", NOW.minusSeconds(3));
    put("d", NOW.plusSeconds(1));

    assertThat(claimed(NOW, 2)).extracting(each -> each.key().value()).containsExactly("b", "a");
    assertThat(claimed(NOW, 9))
        .extracting(each -> each.key().value())
        .containsExactly("b", "a", "c");
  }

  @Test
  void nobody_gets_what_is_claimed_and_nobody_waits_for_it() {
    Deadline first = put("a", NOW.minusSeconds(2));
    Deadline second = put("b", NOW.minusSeconds(1));
    Deadline third = put("c", NOW);

    List<Deadline> rest =
        in(
            () -> {
              assertThat(store.claim(handler, NOW, 1)).containsExactly(first);
              elsewhere(
                  () ->
                      in(
                          () -> {
                            assertThat(store.claim(handler, NOW, 1)).containsExactly(second);
                            assertThat(elsewhere(() -> claimed(NOW, 10))).containsExactly(third);
                            return true;
                          }));
              return store.claim(handler, NOW, 10);
            });

    assertThat(rest).containsExactly(first, second, third);
    assertThat(claimed(NOW, 10)).hasSize(3);
  }

  @Test
  void a_unit_of_work_that_is_undone_gives_back_what_it_has_claimed() {
    Deadline deadline = put("a", NOW);

    rollBack(() -> store.fired(store.claim(handler, NOW, 1)));

    assertThat(claimed(NOW, 1)).containsExactly(deadline);
  }

  @Test
  void whatever_a_unit_of_work_has_done_is_undone_with_it() {
    Deadline changed = put("changed", NOW);
    Deadline removed = put("removed", NOW);
    Deadline replaced = put("replaced", NOW);

    rollBack(
        () -> {
          put("added", NOW);
          put("replaced", NOW);
          store.remove(key("removed"));
          store.change(changed.failed(null, "bad"));
          assertThat(store.find(key("added"))).isPresent();
          assertThat(store.find(key("removed"))).isEmpty();
        });

    assertThat(store.page(handler, null, null, 10)).containsExactly(changed, removed, replaced);
  }

  @Test
  void nobody_sees_what_is_not_committed() {
    put("b", NOW);

    in(
        () -> {
          put("a", NOW.minusSeconds(1));
          store.remove(key("b"));
          assertThat(claimed(NOW, 10)).extracting(Deadline::key).containsExactly(key("a"));
          assertThat(store.next(List.of(handler))).containsEntry(handler, NOW.minusSeconds(1));
          assertThat(elsewhere(() -> store.find(key("a")))).isEmpty();
          assertThat(elsewhere(() -> store.find(key("b")))).isPresent();
          return true;
        });

    assertThat(claimed(NOW, 10)).extracting(Deadline::key).containsExactly(key("a"));
  }

  @Test
  void what_was_fired_is_gone() {
    put("a", NOW);
    Deadline other = put("b", NOW);

    in(
        () -> {
          store.fired(store.claim(handler, NOW, 1));
          return true;
        });

    assertThat(store.page(handler, null, null, 10)).containsExactly(other);
  }

  @Test
  void what_has_replaced_the_fired_one_stays() {
    put("a", NOW);

    Deadline second =
        in(
            () -> {
              List<Deadline> claimed = store.claim(handler, NOW, 1);
              Deadline next = put("a", NOW.plusSeconds(9));
              store.fired(claimed);
              return next;
            });

    assertThat(store.find(key("a"))).contains(second);
  }

  @Test
  void one_that_is_put_and_fired_in_one_unit_of_work_is_gone() {
    put("a", NOW);

    in(
        () -> {
          put("a", NOW);
          store.fired(store.claim(handler, NOW, 1));
          return true;
        });

    assertThat(store.find(key("a"))).isEmpty();
  }

  @Test
  void a_change_is_of_the_next_attempt() {
    Deadline deadline = put("a", NOW);
    Deadline failed = deadline.failed(NOW.plusSeconds(5), "bad");

    assertThat(store.change(failed)).isTrue();

    assertThat(store.find(key("a"))).contains(failed);
    assertThat(claimed(NOW, 1)).isEmpty();
    assertThat(claimed(NOW.plusSeconds(5), 1)).containsExactly(failed);
  }

  @Test
  void a_change_spares_what_has_replaced_the_deadline() {
    Deadline first = put("a", NOW);
    Deadline second = put("a", NOW.plusSeconds(1));

    assertThat(store.change(first.failed(null, "bad"))).isFalse();
    assertThat(store.find(key("a"))).contains(second);

    store.remove(key("a"));
    assertThat(store.change(second.failed(null, "bad"))).isFalse();
    assertThat(store.find(key("a"))).isEmpty();
  }

  @Test
  void one_is_taken_again_only_as_it_was_and_if_nobody_has_it() {
    Deadline first = put("a", NOW);

    assertThat(in(() -> store.reclaim(first))).isTrue();
    in(
        () -> {
          assertThat(store.claim(handler, NOW, 10)).containsExactly(first);
          assertThat(elsewhere(() -> in(() -> store.reclaim(first)))).isFalse();
          return store.change(first.failed(NOW, "bad"));
        });

    assertThat(in(() -> store.reclaim(first))).isFalse();
    assertThat(in(() -> store.reclaim(store.find(key("a")).orElseThrow()))).isTrue();
    store.remove(key("a"));
    assertThat(in(() -> store.reclaim(first))).isFalse();
  }

  @Test
  void one_that_was_given_up_is_not_claimed() {
    Deadline stopped = put("a", NOW).failed(null, "bad");
    store.change(stopped);

    assertThat(claimed(NOW.plusSeconds(9), 10)).isEmpty();
    assertThat(store.next(List.of(handler))).isEmpty();
    assertThat(store.page(handler, DeadlineState.GIVEN_UP, null, 10)).containsExactly(stopped);
  }

  @Test
  void one_that_is_put_anew_while_it_is_fired_is_kept() {
    put("a", NOW);

    CompletableFuture<Deadline> second =
        in(
            () -> {
              List<Deadline> claimed = store.claim(handler, NOW, 1);
              CompletableFuture<Deadline> putting =
                  CompletableFuture.supplyAsync(() -> put("a", NOW.plusSeconds(9)), threads);
              store.fired(claimed);
              return putting;
            });

    Deadline kept = second.orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(store.find(key("a"))).contains(kept);
  }

  @Test
  void who_has_claimed_one_does_not_undo_what_others_put_meanwhile() {
    put("put", NOW.minusSeconds(2));
    put("removed", NOW.minusSeconds(1));

    List<CompletableFuture<Deadline>> others =
        in(
            () -> {
              List<Deadline> claimed = store.claim(handler, NOW, 2);
              assertThat(claimed).hasSize(2);
              List<CompletableFuture<Deadline>> putting =
                  List.of(
                      CompletableFuture.supplyAsync(() -> put("put", NOW), threads),
                      CompletableFuture.supplyAsync(() -> put("removed", NOW), threads));
              letThemTry(putting);
              put("put", NOW.plusSeconds(9));
              store.remove(key("removed"));
              store.fired(claimed);
              return putting;
            });

    for (CompletableFuture<Deadline> other : others) {
      Deadline kept = other.orTimeout(10, TimeUnit.SECONDS).join();
      assertThat(store.find(kept.key())).contains(kept);
    }
  }

  /** In memory they are done before; a database lets them wait. */
  private void letThemTry(List<CompletableFuture<Deadline>> putting) {
    if (kept.container() == null) {
      putting.forEach(each -> each.orTimeout(10, TimeUnit.SECONDS).join());
    }
  }

  @Test
  void many_that_are_put_in_other_orders_do_not_stand_in_each_others_way() {
    List<Deadline> some = IntStream.range(0, 50).mapToObj(i -> at("k" + i, NOW)).toList();
    List<Deadline> reversed =
        IntStream.range(0, 50).mapToObj(i -> at("k" + (49 - i), NOW)).toList();
    store.put(some);

    List<CompletableFuture<Void>> putting =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> store.put(i % 2 == 0 ? some : reversed), threads))
            .toList();

    putting.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());
    assertThat(store.page(handler, null, null, 100)).hasSize(50);
  }

  @Test
  void the_next_of_each_handler_is_told() {
    String other = handler + "-other";
    put("a", NOW.plusSeconds(2));
    put("b", NOW.plusSeconds(1));
    put("c", NOW);
    store.put(List.of(Deadline.of(new DeadlineKey(other, "x"), NOW, "", Origin.NONE, "")));
    store.remove(key("c"));

    assertThat(store.next(List.of(handler, other, handler + "-none")))
        .containsOnly(Map.entry(handler, NOW.plusSeconds(1)), Map.entry(other, NOW));
    assertThat(store.next(List.of())).isEmpty();
  }

  @Test
  void pages_follow_the_order_of_keys() {
    for (String value : List.of("b", "a", "Z", "10", "9", "ä")) {
      put(value, NOW);
    }
    Deadline stopped = put("m", NOW).failed(null, "bad");
    store.change(stopped);

    assertThat(values(page(null, null, 3))).containsExactly("10", "9", "Z");
    assertThat(values(page(null, key("Z"), 3))).containsExactly("a", "b", "m");
    assertThat(values(page(null, key("m"), 3))).containsExactly("ä");
    assertThat(page(DeadlineState.GIVEN_UP, null, 3)).containsExactly(stopped);
    assertThat(page(DeadlineState.GIVEN_UP, key("m"), 3)).isEmpty();
    assertThat(store.page(null, DeadlineState.GIVEN_UP, null, 1_000)).contains(stopped);
  }

  @Test
  void those_of_a_state_are_listed() {
    Deadline waiting = put("a", NOW);
    Deadline retried = put("b", NOW).failed(NOW.plusSeconds(1), "bad");
    store.change(retried);
    Deadline renewed = put("c", NOW).failed(null, "bad").renewed(NOW);
    store.change(renewed);
    Deadline stopped = put("d", NOW).failed(null, "bad");
    store.change(stopped);

    assertThat(page(DeadlineState.WAITING, null, 9)).containsExactly(waiting, renewed);
    assertThat(page(DeadlineState.RETRYING, null, 9)).containsExactly(retried);
    assertThat(page(DeadlineState.GIVEN_UP, null, 9)).containsExactly(stopped);
    assertThat(page(DeadlineState.WAITING, key("a"), 9)).containsExactly(renewed);
  }

  @Test
  void all_are_counted_and_those_that_were_given_up() {
    long all = store.count(false);
    long stopped = store.count(true);
    put("a", NOW);
    put("b", NOW);
    store.change(put("c", NOW).failed(null, "bad"));

    assertThat(store.count(false)).isEqualTo(all + 3);
    assertThat(store.count(true)).isEqualTo(stopped + 1);
    rollBack(
        () -> {
          store.remove(key("a"));
          assertThat(store.count(false)).isEqualTo(all + 2);
        });
    assertThat(store.count(false)).isEqualTo(all + 3);
  }

  @Test
  void those_that_are_due_are_counted_by_their_handlers() {
    put("late", NOW.minusSeconds(1));
    put("now", NOW);
    put("later", NOW.plusSeconds(1));
    store.change(put("given up", NOW).failed(null, "bad"));

    assertThat(store.countDue(List.of(handler, "nobody"), NOW)).isEqualTo(2);
    assertThat(store.countDue(List.of("nobody"), NOW)).isZero();
    assertThat(store.countDue(List.of(), NOW)).isZero();
  }

  private List<Deadline> page(
      @Nullable DeadlineState state, @Nullable DeadlineKey after, int atMost) {
    return store.page(handler, state, after, atMost);
  }

  private static List<String> values(List<Deadline> deadlines) {
    return deadlines.stream().map(each -> each.key().value()).toList();
  }

  @Test
  void nobody_claims_outside_of_a_unit_of_work() {
    assertThatThrownBy(() -> store.claim(handler, NOW, 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
