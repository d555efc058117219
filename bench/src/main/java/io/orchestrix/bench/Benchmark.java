package io.orchestrix.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures everything that is asked for, prints a table and writes the same as JSON. A contestant
 * that fails, or whose tables do not hold what it acknowledged, ends the benchmark.
 */
final class Benchmark {

  private final Options options;
  private final Postgres postgres;

  private Benchmark(Options options, Postgres postgres) {
    this.options = options;
    this.postgres = postgres;
  }

  public static void main(String[] arguments) throws Exception {
    try (Postgres postgres = Postgres.start()) {
      new Benchmark(Options.ofSystem(), postgres).run();
    }
  }

  private void run() throws Exception {
    Map<String, String> environment = environment();
    System.out.println(environment);
    List<Row> rows = new ArrayList<>(writeSide());
    rows.addAll(new ReadSide(postgres, options).rows());
    MemoryCheck memory = memory();
    System.out.printf("%n%s", Table.of(rows));
    if (memory != null) {
      System.out.println(memory.line());
    }
    Report.of(environment, rows, memory).writeTo(options.json());
  }

  private List<Row> writeSide() throws Exception {
    List<Row> rows = new ArrayList<>();
    List<Scenario> scenarios =
        Plan.scenarios(options.sizes()).stream()
            .filter(scenario -> options.wants(scenario.name()))
            .toList();
    if (scenarios.isEmpty() && !options.wants(MemoryCheck.NAME)) {
      return rows;
    }
    List<Contestant> contestants = contestants();
    try {
      measuring(Plan.WARM_UP, contestants).warmUp(options.warmup());
      for (Scenario scenario : scenarios) {
        List<Row> found = measuring(scenario, contestants).rows();
        System.out.print(Table.of(found));
        rows.addAll(found);
      }
    } finally {
      contestants.forEach(Contestant::close);
    }
    return rows;
  }

  private Measuring measuring(Scenario scenario, List<Contestant> contestants) {
    return new Measuring(scenario, postgres, contestants, options);
  }

  private List<Contestant> contestants() throws SQLException {
    List<Contestant> contestants = new ArrayList<>();
    if (options.invites("orchestrix")) {
      contestants.add(new OrchestrixContestant(postgres));
    }
    if (options.invites("raw")) {
      contestants.add(new RawContestant(postgres));
    }
    if (options.invites("axon")) {
      contestants.add(new AxonContestant(postgres));
    }
    return contestants;
  }

  private @Nullable MemoryCheck memory() throws Exception {
    boolean wanted = options.wants(MemoryCheck.NAME) && options.invites("orchestrix");
    return wanted ? MemoryCheck.run(postgres) : null;
  }

  private Map<String, String> environment() throws SQLException {
    Map<String, String> environment = new LinkedHashMap<>(postgres.settings());
    environment.put("java", Runtime.version().toString());
    environment.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    environment.put("measurement", options.time().toMillis() + " ms x " + options.repeats());
    return environment;
  }
}
