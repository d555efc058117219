package io.orchestrix.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what was expected and what is, in two columns. Used by one thread. */
final class SideBySide {

  private static final int WIDEST = 60;

  private record Row(String mark, String expected, String actual) {
    String left() {
      return mark + expected;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  /** Two lists, aligned. */
  static String ofLists(List<?> expected, List<?> actual) {
    SideBySide table = new SideBySide();
    Alignment.of(expected, actual).forEach(pair -> table.add(pair.expected(), pair.actual()));
    return table.toString();
  }

  /** Two values. */
  static String ofValues(@Nullable Object expected, @Nullable Object actual) {
    SideBySide table = new SideBySide();
    table.add(expected, actual);
    return table.toString();
  }

  private void add(@Nullable Object expected, @Nullable Object actual) {
    List<Difference> differences = Comparison.of(expected, actual);
    if (differences.isEmpty()) {
      rows.add(new Row("  ", Shown.text(expected), Shown.text(actual)));
      return;
    }
    if (expected == null || actual == null) {
      rows.add(
          new Row(
              actual == null ? "- " : "+ ",
              expected == null ? "" : Shown.text(expected),
              actual == null ? "" : Shown.text(actual)));
      return;
    }
    boolean isWhole = differences.get(0).path().isEmpty();
    if (!isWhole) {
      rows.add(
          new Row("! ", expected.getClass().getSimpleName(), actual.getClass().getSimpleName()));
    }
    for (Difference difference : differences) {
      String name = isWhole ? "" : difference.path() + " = ";
      rows.add(
          new Row(
              isWhole ? "! " : "    ", name + difference.expected(), name + difference.actual()));
    }
  }

  @Override
  public String toString() {
    List<Row> all = new ArrayList<>(List.of(new Row("  ", "expected", "but was")));
    all.addAll(rows);
    int width = all.stream().mapToInt(row -> Math.min(WIDEST, row.left().length())).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Row row : all) {
      String padding = " ".repeat(Math.max(0, width - row.left().length()));
      text.append("\n  ").append((row.left() + padding + " | " + row.actual()).stripTrailing());
    }
    return text.toString();
  }
}
