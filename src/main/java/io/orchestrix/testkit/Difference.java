package io.orchestrix.testkit;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place where two values differ.
 *
 * @param path of components that leads there; empty for the value as a whole
 * @param expected what should be there
 * @param actual what is there
 */
record Difference(String path, String expected, String actual) {

  static Difference of(String path, @Nullable Object expected, @Nullable Object actual) {
    String should = Shown.text(expected);
    String is = Shown.text(actual);
    boolean looksTheSame =
        should.equals(is)
            || (expected instanceof BigDecimal one
                && actual instanceof BigDecimal other
                && one.compareTo(other) == 0);
    return looksTheSame && !Objects.equals(expected, actual)
        ? new Difference(path, Shown.withType(expected), Shown.withType(actual))
        : new Difference(path, should, is);
  }
}
