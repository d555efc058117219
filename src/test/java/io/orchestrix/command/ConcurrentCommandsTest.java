package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.harness.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentCommandsTest {

  private final TallyApplication app;
  private final int times;
  private final String a = UUID.randomUUID().toString();
  private final String b = UUID.randomUUID().toString();

  ConcurrentCommandsTest(Database database) {
    // without snapshots the time grows with the square; the rivalry counts where it is parallel
    times = database == Database.POSTGRES ? 50 : 20;
    app = TallyApplication.on(database);
    app.perform(() -> app.tallies().create(a, t -> t.add(1_000)));
    app.perform(() -> app.tallies().create(b, t -> t.add(1_000)));
  }

  /** Does {@code task} so many times on each thread; the first exception comes out. */
  private static void onThreads(int threads, int times, Callable<?> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(
            executor.submit(
                () -> {
                  for (int n = 0; n < times; n++) {
                    task.call();
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private long add(String tally, long by) {
    return app.tallies().update(tally, t -> t.add(by)).sum();
  }

  @Test
  void rivals_on_one_aggregate_all_win_in_the_end() throws Exception {
    onThreads(16, times, () -> app.perform(() -> add(a, 1)));

    assertThat(app.sumOf(a)).isEqualTo(1_000 + 16 * times);
    assertThat(app.eventsOf(a))
        .extracting(RecordedEvent::version)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + 16L * times).boxed().toList());
  }

  @Test
  void of_rivals_that_create_one_aggregate_exactly_one_wins() throws Exception {
    String contested = UUID.randomUUID().toString();
    List<String> refusals = new ArrayList<>();

    onThreads(
        8,
        1,
        () -> {
          try {
            return app.perform(() -> app.tallies().create(contested, t -> t.add(1)));
          } catch (RuntimeException e) {
            synchronized (refusals) {
              return refusals.add(String.valueOf(e.getMessage()).substring(0, 8));
            }
          }
        });

    assertThat(app.sumOf(contested)).isEqualTo(1);
    assertThat(refusals).hasSize(7).containsOnly("ORX-4002");
  }

  @Test
  void moves_in_both_directions_lose_nothing() throws Exception {
    List<Callable<?>> moves =
        List.of(
            () -> add(a, -1) + add(b, 1), // each the other way round: they can deadlock
            () -> add(b, -1) + add(a, 1));

    onThreads(
        2,
        5,
        () -> {
          IntStream.range(0, 2).forEach(n -> app.perform(moves.get(n)));
          return null;
        });

    assertThat(app.sumOf(a) + app.sumOf(b)).isEqualTo(2_000);
    assertThat(app.eventsOf(a)).hasSize(21);
    assertThat(app.eventsOf(b)).hasSize(21);
  }
}
