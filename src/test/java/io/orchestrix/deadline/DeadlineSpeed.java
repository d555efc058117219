package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.harness.Database;
import io.orchestrix.message.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures deadlines on PostgreSQL; by hand: {@code -Dtest=DeadlineSpeed}. */
class DeadlineSpeed {

  private final String name = "h" + UUID.randomUUID();

  /** Counts, and notes how late each is. */
  private static final class Counting implements DeadlineHandler {
    private final String name;
    final AtomicInteger fired = new AtomicInteger();
    final List<Double> late = Collections.synchronizedList(new ArrayList<>());

    Counting(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void fire(Deadline deadline) {
      fired.incrementAndGet();
      late.add(Duration.between(deadline.dueAt(), Clock.systemUTC().instant()).toNanos() / 1e6);
    }

    @Override
    public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
      return new AfterFailure.TryAgain(now);
    }

    @Override
    public int threads() {
      return 2;
    }
  }

  private Deadline at(int i, Instant dueAt) {
    return Deadline.of(new DeadlineKey(name, "d" + i), dueAt, "{}", Origin.NONE, "");
  }

  @Test
  void how_many_fire_in_a_second_and_how_late() {
    try (Kept kept = Kept.in(Database.POSTGRES.open(), Kept.freshSchema())) {
      for (int round = 0; round < 3; round++) {
        throughput(kept);
      }
      for (int round = 0; round < 3; round++) {
        lateness(kept);
      }
    }
  }

  private void throughput(Kept kept) {
    Instant now = Clock.systemUTC().instant();
    for (int from = 0; from < 100_000; from += 5_000) {
      kept.store().put(IntStream.range(from, from + 5_000).mapToObj(i -> at(i, now)).toList());
    }
    Counting counting = new Counting(name);
    long begun = System.nanoTime();
    try (Node one = new Node(kept, Clock.systemUTC(), counting);
        Node two = new Node(kept, Clock.systemUTC(), counting)) {
      one.beat();
      two.beat();
      await().atMost(Duration.ofMinutes(2)).until(() -> kept.store().next(List.of(name)).isEmpty());
      double seconds = (System.nanoTime() - begun) / 1e9;
      report(
          "SPEED %d in %.1f s, %.0f/s"
              .formatted(counting.fired.get(), seconds, counting.fired.get() / seconds));
    }
  }

  private void lateness(Kept kept) {
    Counting counting = new Counting(name);
    Random random = new Random(7);
    try (Node node = new Node(kept, Clock.systemUTC(), counting)) {
      node.beat();
      Instant begun = Clock.systemUTC().instant().plusMillis(300);
      for (int i = 0; i < 200; i++) {
        node.store().put(List.of(at(i, begun.plusMillis(random.nextInt(10_000)))));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> counting.fired.get() == 200);
      List<Double> late = new ArrayList<>(counting.late);
      Collections.sort(late);
      assertThat(late.get(0)).isNotNegative();
      report(
          "LATE min %.1f median %.1f p95 %.1f max %.1f ms"
              .formatted(late.get(0), late.get(100), late.get(190), late.get(199)));
    }
  }

  private static void report(String text) {
    System.getLogger(DeadlineSpeed.class.getName()).log(System.Logger.Level.WARNING, text);
  }
}
