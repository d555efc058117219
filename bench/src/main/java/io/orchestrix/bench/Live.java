package io.orchestrix.bench;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Subscription;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Measures how projections follow appends that happen meanwhile. */
record Live(Postgres postgres, OrchestrixFollower follower) {

  static final int THREADS = 8;

  /** So many appends a second, however long each takes. */
  private static final int PACE = 500;

  private static final int BOOKINGS_OF_APPEND = 10;

  /**
   * Milliseconds between the commit of each append and that of its row, the shortest first, while
   * it is appended at a steady pace.
   */
  double[] delays(Duration time) throws Exception {
    clear();
    Filling nobody = new Filling("paced", 1_000, 1);
    TimedBalances timed = follower.newTimedBalances();
    try (Following following = follower.follow(List.of(follower.subscription(timed, 1)))) {
      following.start();
      Runnable end =
          follower
              .bookings()
              .wake(following, events -> events.forEach(event -> timed.appended(event.position())));
      long appends = Math.max(1, time.toMillis() * PACE / 1_000);
      long start = System.nanoTime();
      AtomicLong last = new AtomicLong();
      Workers.run(
          THREADS,
          Duration.ofHours(1),
          0,
          appends,
          n -> {
            sleepUntil(start + n * 1_000_000_000 / PACE);
            GlobalPosition position = follower.bookings().book(nobody.account(n), 1);
            last.accumulateAndGet(position.value(), Math::max);
          });
      following.await(new GlobalPosition(last.get()));
      end.run();
    }
    return timed.delays();
  }

  private static void sleepUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Seconds until so many projections have counted what is appended meanwhile. */
  double seconds(int projections, int events) throws Exception {
    clear();
    List<Counting> counting =
        IntStream.range(0, projections).mapToObj(number -> new Counting()).toList();
    List<Subscription> subscriptions =
        counting.stream().map(each -> follower.subscription(each, 1)).toList();
    double elapsed;
    try (Following following = follower.follow(subscriptions)) {
      following.start();
      Runnable end = follower.bookings().wake(following, appended -> {});
      long start = System.nanoTime();
      AtomicLong last = new AtomicLong();
      Workers.run(
          THREADS,
          Duration.ofHours(1),
          0,
          events / BOOKINGS_OF_APPEND,
          n -> {
            GlobalPosition position = follower.bookings().book("live-" + n, BOOKINGS_OF_APPEND);
            last.accumulateAndGet(position.value(), Math::max);
          });
      following.await(new GlobalPosition(last.get()));
      elapsed = (System.nanoTime() - start) / 1e9;
      end.run();
    }
    counting.forEach(
        each -> each.mustHaveCounted(events / BOOKINGS_OF_APPEND * (long) BOOKINGS_OF_APPEND));
    return elapsed;
  }

  private void clear() throws SQLException {
    follower.balances().empty();
    follower.tables().refill(Filling.NOTHING);
    postgres.checkpoint();
  }
}
