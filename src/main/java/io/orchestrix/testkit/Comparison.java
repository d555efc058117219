package io.orchestrix.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two values differ, component by component. Used by one thread. */
final class Comparison {

  private static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "(nothing)";
        }
      };

  private final List<Difference> found = new ArrayList<>();

  private Comparison() {}

  /** All differences; empty if the values are the same, or made of the same. */
  static List<Difference> of(@Nullable Object expected, @Nullable Object actual) {
    Comparison comparison = new Comparison();
    comparison.compare("", expected, actual);
    return comparison.found;
  }

  private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
    if (Objects.equals(expected, actual)) {
      return;
    }
    Map<String, @Nullable Object> should = components(expected, actual);
    Map<String, @Nullable Object> is = components(actual, expected);
    if (should == null || is == null) {
      found.add(Difference.of(path, expected, actual));
      return;
    }
    Set<String> names = new LinkedHashSet<>(should.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      compare(
          path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name,
          should.containsKey(name) ? should.get(name) : MISSING,
          is.containsKey(name) ? is.get(name) : MISSING);
    }
  }

  private static @Nullable Map<String, @Nullable Object> components(
      @Nullable Object value, @Nullable Object other) {
    return value == null || other == null || !areOfOneKind(value, other)
        ? null
        : Components.of(value);
  }

  private static boolean areOfOneKind(Object value, Object other) {
    return value.getClass() == other.getClass()
        || (value instanceof List<?> && other instanceof List<?>)
        || (value instanceof Map<?, ?> && other instanceof Map<?, ?>);
  }
}
