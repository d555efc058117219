package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FigureCacheTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Figures FIGURES =
      new Figures(Duration.ZERO, 0, Map.of(), Map.of(), 1, 2, Map.of());

  private final AtomicLong nanos = new AtomicLong(17);
  private final AtomicInteger asked = new AtomicInteger();

  private FigureCache cache(Executor threads, boolean fails) {
    return new FigureCache(
        () -> {
          asked.incrementAndGet();
          if (fails && asked.get() == 1) {
            throw new IllegalStateException("no database");
          }
          return FIGURES;
        },
        threads,
        INTERVAL,
        PATIENCE,
        nanos::get);
  }

  @Test
  void the_store_is_asked_once_in_a_while_however_many_gauges_look() {
    FigureCache cache = cache(Runnable::run, false);

    for (int i = 0; i < 100; i++) {
      assertThat(cache.get()).contains(FIGURES);
    }
    assertThat(asked).hasValue(1);
    nanos.addAndGet(INTERVAL.toNanos() - 1);
    cache.get();
    assertThat(asked).hasValue(1);
    nanos.incrementAndGet();
    cache.get();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_store_that_fails_leaves_gauges_empty_and_is_asked_again_later() {
    FigureCache cache = cache(Runnable::run, true);

    assertThat(cache.get()).isEmpty();
    assertThat(cache.get()).isEmpty();
    assertThat(asked).hasValue(1);
    nanos.addAndGet(INTERVAL.toNanos());
    assertThat(cache.get()).contains(FIGURES);
  }

  @Test
  void a_store_that_hangs_is_waited_for_once_and_not_asked_twice() {
    Queue<Runnable> hanging = new ArrayDeque<>();
    FigureCache cache = cache(hanging::add, false);

    assertThat(cache.get()).isEmpty();
    nanos.addAndGet(PATIENCE.toNanos());
    for (int i = 0; i < 100; i++) {
      assertTimeout(PATIENCE.dividedBy(2), () -> assertThat(cache.get()).isEmpty());
    }
    nanos.addAndGet(INTERVAL.toNanos());
    assertThat(cache.get()).isEmpty();

    assertThat(hanging).hasSize(1);
    hanging.remove().run();
    assertThat(cache.get()).contains(FIGURES);
    assertThat(hanging).isEmpty();
  }

  @Test
  void a_slow_store_leaves_what_it_has_said_before_until_it_answers_or_fails() {
    Queue<Runnable> slow = new ArrayDeque<>();
    boolean[] isAway = {false};
    FigureCache cache =
        new FigureCache(
            () -> {
              if (isAway[0]) {
                throw new IllegalStateException("no database");
              }
              return FIGURES;
            },
            slow::add,
            INTERVAL,
            PATIENCE,
            nanos::get);
    cache.get();
    slow.remove().run();
    nanos.addAndGet(INTERVAL.toNanos());
    isAway[0] = true;

    assertThat(cache.get()).contains(FIGURES);
    slow.remove().run();
    assertThat(cache.get()).isEmpty();
  }

  @Test
  void a_server_without_threads_leaves_gauges_empty() {
    FigureCache cache =
        cache(
            work -> {
              throw new RejectedExecutionException("ending");
            },
            false);

    assertThat(cache.get()).isEmpty();
  }
}
