package io.orchestrix.bench;

import java.util.Arrays;
import java.util.List;

/**
 * The figures of one contestant in one scenario.
 *
 * @param all in a second, in the order in which they were measured
 */
record Figures(List<Double> all) {

  Figures {
    all = List.copyOf(all);
  }

  double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Half of the distance between the least and the greatest, as a part of the median. */
  double spread() {
    double[] sorted = sorted();
    return (sorted[sorted.length - 1] - sorted[0]) / 2 / median();
  }

  private double[] sorted() {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
