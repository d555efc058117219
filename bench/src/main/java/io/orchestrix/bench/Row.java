package io.orchestrix.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a scenario with so many threads.
 *
 * @param figures by the names of the contestants
 */
record Row(
    String scenario, int threads, String unit, Map<String, Figures> figures, List<Goal> goals) {

  /** Whether all goals are reached; empty if there are none, or one is unknown. */
  Optional<Boolean> isReached() {
    return goals.stream()
        .map(goal -> goal.isReachedBy(figures))
        .reduce((one, other) -> one.flatMap(first -> other.map(second -> first && second)))
        .flatMap(all -> all);
  }

  /** The figure of Orchestrix as a multiple of {@code other}'s; not a number without both. */
  double against(String other) {
    return median("orchestrix") / median(other);
  }

  double median(String contestant) {
    Figures found = figures.get(contestant);
    return found == null ? Double.NaN : found.median();
  }
}
