package io.orchestrix.bench;

import io.orchestrix.bench.Workers.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures one scenario: the contestants take turns, so that what disturbs one disturbs all. */
final class Measuring {

  /** A scenario is warmed up for so many times the length of a measurement. */
  private static final int WARM_UP_TIMES = 5;

  private final Scenario scenario;
  private final Postgres postgres;
  private final List<Contestant> contestants;
  private final Options options;
  private final Map<Contestant, Long> performed = new LinkedHashMap<>();

  Measuring(Scenario scenario, Postgres postgres, List<Contestant> contestants, Options options) {
    this.scenario = scenario;
    this.postgres = postgres;
    this.contestants = contestants.stream().filter(scenario::isFor).toList();
    this.options = options;
  }

  /** Fills the tables and works for some time that does not count. */
  void warmUp(Duration time) throws Exception {
    postgres.checkpoint();
    for (Contestant contestant : contestants) {
      contestant.tables().refill(scenario.filling());
      scenario.prepare(contestant);
    }
    for (Contestant contestant : contestants) {
      measure(contestant, scenario.threads().get(scenario.threads().size() / 2), time);
    }
  }

  List<Row> rows() throws Exception {
    warmUp(options.time().multipliedBy(WARM_UP_TIMES));
    List<Row> rows = new ArrayList<>();
    for (int threads : scenario.threads()) {
      rows.add(row(threads));
    }
    for (Contestant contestant : contestants) {
      contestant.tables().mustBeSound();
    }
    rows.sort(Comparator.comparing(Row::threads));
    return rows;
  }

  private Row row(int threads) throws Exception {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (int repeat = 0; repeat < options.repeats(); repeat++) {
      List<Contestant> turns = new ArrayList<>(contestants);
      Collections.rotate(turns, repeat); // nobody always comes after the same one
      for (Contestant contestant : turns) {
        Work work = measure(contestant, threads, options.time());
        all.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
            .add(work.perSecond() * scenario.unitsOfOperation());
      }
    }
    Map<String, Figures> figures = new LinkedHashMap<>();
    all.forEach((name, values) -> figures.put(name, new Figures(values)));
    List<Goal> goals = Plan.goals(scenario.name(), threads);
    return new Row(scenario.name(), threads, scenario.unit(), figures, goals);
  }

  private Work measure(Contestant contestant, int threads, Duration time) throws Exception {
    if (scenario.isRefilled()) {
      contestant.tables().refill(scenario.filling());
    }
    long before = contestant.tables().count();
    long first = performed.getOrDefault(contestant, 0L);
    Work work =
        Workers.run(threads, time, first, mostOperations(), n -> scenario.perform(contestant, n));
    performed.put(contestant, first + work.operations());
    mustHaveStored(contestant, before, work);
    return work;
  }

  private long mostOperations() {
    long measurements = 1 + (long) options.repeats() * scenario.threads().size();
    return scenario.mostOperations() / (scenario.isRefilled() ? 1 : measurements);
  }

  /** Every acknowledged command has its events, and there are no others. */
  private void mustHaveStored(Contestant contestant, long before, Work work) throws SQLException {
    long expected = before + work.operations() * scenario.appendedByOperation();
    long found = contestant.tables().count();
    if (found != expected) {
      throw new IllegalStateException(
          "%s has %d events after %s, not %d."
              .formatted(contestant.name(), found, scenario.name(), expected));
    }
  }
}
