package io.orchestrix.bench;

import java.util.ArrayList;
import java.util.List;

/** {@code mvn -Pbench}. */
final class Benchmark {

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.ofSystem();
    try (Postgres postgres = Postgres.start()) {
      System.out.println(postgres.settings());
      List<Contestant> contestants = List.of(new OrchestrixContestant(postgres));
      List<Row> rows = new ArrayList<>();
      for (Scenario scenario : Plan.scenarios(options.sizes())) {
        if (options.wants(scenario.name())) {
          rows.addAll(new Measuring(scenario, contestants, options).rows(postgres));
        }
      }
      System.out.println(Table.of(rows));
    }
  }
}
