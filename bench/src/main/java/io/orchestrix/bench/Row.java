package io.orchestrix.bench;

import java.util.List;
import java.util.Map;

/**
 * What came out of a scenario with so many threads.
 *
 * @param figures by the names of the contestants
 */
record Row(
    String scenario, int threads, String unit, Map<String, Figures> figures, List<Goal> goals) {

  boolean isReached() {
    return goals.stream().allMatch(goal -> goal.isReachedBy(figures));
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
