package io.orchestrix.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two lists beside each other, so that what belongs together stands together. */
final class Alignment {

  /**
   * What stands beside each other.
   *
   * @param expected {@code null} if what is there was not expected
   * @param actual {@code null} if what was expected is not there
   */
  record Pair(@Nullable Object expected, @Nullable Object actual) {}

  private final List<?> expected;
  private final List<?> actual;
  private final int[][] best;

  private Alignment(List<?> expected, List<?> actual) {
    this.expected = expected;
    this.actual = actual;
    this.best = new int[expected.size() + 1][actual.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        best[i][j] =
            Math.max(likeness(i, j) + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
  }

  /** Elements without {@code null}. */
  static List<Pair> of(List<?> expected, List<?> actual) {
    return new Alignment(expected, actual).pairs();
  }

  private int likeness(int i, int j) {
    Object one = Objects.requireNonNull(expected.get(i));
    Object other = Objects.requireNonNull(actual.get(j));
    if (one.getClass() != other.getClass()) {
      return 0;
    }
    return Comparison.of(one, other).isEmpty() ? 3 : 2;
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      boolean both = i < expected.size() && j < actual.size();
      if (both && best[i][j] == likeness(i, j) + best[i + 1][j + 1]) {
        pairs.add(new Pair(expected.get(i++), actual.get(j++)));
      } else if (j == actual.size() || (i < expected.size() && best[i][j] == best[i + 1][j])) {
        pairs.add(new Pair(expected.get(i++), null));
      } else {
        pairs.add(new Pair(null, actual.get(j++)));
      }
    }
    return pairs;
  }
}
