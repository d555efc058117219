package io.orchestrix.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures projections: how fast they catch up, and how soon they have what is new. */
final class ReadSide {

  static final String REPLAY = "read-replay";
  static final String COUNT = "read-count";
  static final String DELAY = "read-delay";
  static final String LIVE = "read-live";

  /** Bookings of so many accounts are replayed. */
  private static final int ACCOUNTS = 1_000;

  private static final int MANY = 10;

  private final Postgres postgres;
  private final Options options;
  private final Filling filling;

  ReadSide(Postgres postgres, Options options) {
    this.postgres = postgres;
    this.options = options;
    this.filling = new Filling("read", ACCOUNTS, options.replayed() / ACCOUNTS);
  }

  /** What is asked of a follower, in a unit that the row names. */
  private interface Measurement<F> {
    double of(F follower) throws Exception;
  }

  List<Row> rows() throws Exception {
    List<Row> rows = new ArrayList<>();
    if (Plan.READ_SIDE.stream().noneMatch(options::wants)) {
      return rows;
    }
    List<Follower> followers = new ArrayList<>();
    try {
      if (options.invites("axon")) {
        followers.add(new AxonFollower(postgres));
      }
      if (options.invites("orchestrix")) {
        OrchestrixFollower orchestrix = new OrchestrixFollower(postgres);
        followers.add(orchestrix);
        replays(followers, rows);
        live(orchestrix, rows);
      } else {
        replays(followers, rows);
      }
    } finally {
      followers.forEach(Follower::close);
    }
    return rows;
  }

  private void replays(List<Follower> followers, List<Row> rows) throws Exception {
    if (!options.wants(REPLAY) && !options.wants(COUNT)) {
      return;
    }
    for (Follower follower : followers) {
      follower.tables().refill(filling);
    }
    if (options.wants(REPLAY)) {
      for (int segments : List.of(1, 2)) {
        rows.add(
            row(
                REPLAY,
                segments,
                "events/s",
                inTurn(followers, each -> perSecond(each.replayBalances(filling, segments)))));
      }
    }
    if (options.wants(COUNT)) {
      rows.add(
          row(
              COUNT,
              1,
              "events/s",
              inTurn(followers, each -> perSecond(each.replayCounting(filling)))));
    }
  }

  private double perSecond(Duration elapsed) {
    return filling.events() * 1e9 / elapsed.toNanos();
  }

  /** The first round does not count. */
  private <F extends Follower> Map<String, Figures> inTurn(
      List<F> followers, Measurement<F> measurement) throws Exception {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (int round = 0; round <= options.repeats(); round++) {
      for (F follower : followers) {
        double found = measurement.of(follower);
        if (round > 0) {
          all.computeIfAbsent(follower.name(), name -> new ArrayList<>()).add(found);
        }
      }
    }
    Map<String, Figures> figures = new LinkedHashMap<>();
    all.forEach((name, values) -> figures.put(name, new Figures(values)));
    return figures;
  }

  private static Row row(String name, int threads, String unit, Map<String, Figures> figures) {
    Row row = new Row(name, threads, unit, figures, Plan.goals(name, threads));
    System.out.print(Table.line(row));
    return row;
  }

  private void live(OrchestrixFollower follower, List<Row> rows) throws Exception {
    List<OrchestrixFollower> alone = List.of(follower);
    if (options.wants(DELAY) || options.wants(LIVE)) {
      warmUp(follower);
    }
    if (options.wants(DELAY)) {
      List<Double> longest = new ArrayList<>();
      Map<String, Figures> medians =
          inTurn(
              alone,
              each -> {
                double[] delays = live(each).delays(options.time().multipliedBy(2));
                longest.add(delays[delays.length * 99 / 100]);
                return delays[delays.length / 2];
              });
      rows.add(row(DELAY + "-median", Live.THREADS, "ms", medians));
      Figures counted = new Figures(longest.subList(1, longest.size()));
      rows.add(row(DELAY + "-99", Live.THREADS, "ms", Map.of(follower.name(), counted)));
    }
    if (options.wants(LIVE)) {
      List<Double> times = new ArrayList<>();
      for (int projections : List.of(1, MANY)) {
        Map<String, Figures> figures =
            inTurn(alone, each -> live(each).seconds(projections, options.replayed() / 4));
        rows.add(row(LIVE, projections, "s", figures));
        times.add(rows.get(rows.size() - 1).median(follower.name()));
      }
      Figures ratio = new Figures(List.of(times.get(1) / times.get(0)));
      rows.add(row(LIVE + "-ratio", MANY, "times", Map.of(follower.name(), ratio)));
    }
  }

  private Live live(OrchestrixFollower follower) {
    return new Live(postgres, follower);
  }

  /** Virtual machines compile what they run. */
  private void warmUp(OrchestrixFollower follower) throws Exception {
    long end = System.nanoTime() + options.warmup().dividedBy(3).toNanos();
    do {
      live(follower).seconds(1, options.replayed() / 4);
    } while (System.nanoTime() - end < 0);
  }
}
