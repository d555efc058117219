package io.orchestrix.bench;

import io.orchestrix.bench.Goal.Below;
import io.orchestrix.bench.Goal.PerSecond;
import io.orchestrix.bench.Goal.Times;
import java.util.ArrayList;
import java.util.List;

/** The scenarios and what Orchestrix is to reach in them. */
final class Plan {

  /** One thread last: virtual machines have compiled everything by then. */
  private static final List<Integer> MANY_AND_FEW = List.of(32, 8, 1);

  static final Scenario WARM_UP = new Scenario.Mixed("warm-up", 8_000, List.of(8));

  /** What {@link ReadSide} measures. */
  static final List<String> READ_SIDE =
      List.of(ReadSide.REPLAY, ReadSide.COUNT, ReadSide.DELAY, ReadSide.LIVE);

  private Plan() {}

  /**
   * @param sizes numbers of stored events, to see whether appends become slower
   */
  static List<Scenario> scenarios(List<Integer> sizes) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(new Scenario.Create("create", 1, MANY_AND_FEW));
    scenarios.add(new Scenario.Update("update", 2_000, true, MANY_AND_FEW));
    scenarios.add(new Scenario.Load("load", List.of(8, 1)));
    scenarios.add(new Scenario.Shortcut("load-memory", OrchestrixContestant::loadRemembered));
    scenarios.add(new Scenario.Shortcut("load-snapshot", OrchestrixContestant::loadFromSnapshot));
    scenarios.add(new Scenario.ReadAll("readAll", List.of(1)));
    scenarios.add(new Scenario.Create("append10", 10, List.of(32)));
    for (int size : sizes) {
      scenarios.add(new Scenario.Update("growth-" + size, size / 10, false, List.of(8)));
    }
    return scenarios;
  }

  static List<Goal> goals(String scenario, int threads) {
    return switch (scenario) {
      case "create" ->
          threads == 8
              ? List.of(new Times(0.7, "raw"), new Times(1.4, "axon"))
              : List.of(new Times(0.7, "raw"));
      case "update" -> List.of(new Times(0.7, "raw"), new Times(2.5, "axon"));
      case "load" -> List.of(new Times(0.8, "raw"));
      case "load-snapshot" -> List.of(new PerSecond(1_000));
      case "readAll" -> List.of(new PerSecond(150_000));
      case "append10" -> List.of(new PerSecond(15_000));
      case ReadSide.REPLAY ->
          threads == 1 ? List.of(new Times(4, "axon"), new PerSecond(40_000)) : List.of();
      case ReadSide.COUNT -> List.of(new PerSecond(150_000));
      case ReadSide.DELAY + "-median" -> List.of(new Below(10, "ms"));
      case ReadSide.DELAY + "-99" -> List.of(new Below(100, "ms"));
      case ReadSide.LIVE + "-ratio" -> List.of(new Below(3, "times"));
      default -> List.of();
    };
  }
}
