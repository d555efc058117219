package io.orchestrix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads change what a query reads, request and cancel. */
class ConcurrentUpdatesTest {

  private static final int WRITERS = 4;
  private static final int CHANGES = 2_000;

  private final ExecutorService pool = Executors.newFixedThreadPool(2 * WRITERS);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger asking = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final TestQueries app = new TestQueries();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private QueryBus queries(String interval) {
    app.settings.put("orchestrix.query.update-interval", interval);
    app.changes = this::listen;
    app.threads =
        new QueryThreads() {
          @Override
          public void execute(Runnable work) {
            pool.execute(work);
          }

          @Override
          public void executeAfter(Duration pause, Runnable work) {
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, pool)
                .execute(work);
          }

          @Override
          public Executor asCaller() {
            return Runnable::run;
          }
        };
    return app.answering(BalanceOf.class, query -> read(), "balances").start();
  }

  private ReadModelChanges.Registration listen(Set<String> projections, Runnable onProgress) {
    listeners.add(onProgress);
    return () -> listeners.remove(onProgress);
  }

  private int read() {
    if (asking.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    int read = state.get();
    asking.decrementAndGet();
    return read;
  }

  private void write() {
    for (int i = 0; i < CHANGES; i++) {
      state.incrementAndGet();
      listeners.forEach(Runnable::run);
    }
  }

  private CompletableFuture<?> written() {
    return CompletableFuture.allOf(
        IntStream.range(0, WRITERS)
            .mapToObj(i -> CompletableFuture.runAsync(this::write, pool))
            .toArray(CompletableFuture[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.001S", "PT0.02S"})
  void the_last_state_is_never_lost(String interval) {
    Recorder<Integer> recorder = new Recorder<>(Long.MAX_VALUE);
    queries(interval).subscribe(new BalanceOf("a")).subscribe(recorder);

    written().join();

    await().untilAsserted(() -> assertThat(recorder.answers).endsWith(WRITERS * CHANGES));
    assertThat(recorder.answers).isSorted().doesNotHaveDuplicates();
    assertThat(recorder.overlaps).hasValue(0);
    assertThat(overlaps).hasValue(0);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void nor_is_it_for_who_requests_one_at_a_time() {
    Recorder<Integer> recorder = new Recorder<>(1);
    recorder.onNext = () -> pool.execute(() -> recorder.subscription().request(1));
    queries("PT0S").subscribe(new BalanceOf("a")).subscribe(recorder);

    written().join();

    await().untilAsserted(() -> assertThat(recorder.answers).endsWith(WRITERS * CHANGES));
    assertThat(recorder.overlaps).hasValue(0);
  }

  @Test
  void after_a_cancel_nobody_listens() {
    QueryBus queries = queries("PT0S");
    List<Recorder<Integer>> recorders =
        IntStream.range(0, 50).mapToObj(i -> new Recorder<Integer>(Long.MAX_VALUE)).toList();
    CompletableFuture<?> written = written();
    for (Recorder<Integer> recorder : recorders) {
      queries.subscribe(new BalanceOf("a")).subscribe(recorder);
      recorder.subscription().cancel();
    }
    written.join();

    assertThat(listeners).isEmpty();
    assertThat(recorders).allSatisfy(recorder -> assertThat(recorder.failures).isEmpty());
  }
}
