package io.orchestrix.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows for people. */
final class Table {

  private static final String LINE = "%-15s|%8s |%16s |%16s |%16s |%8s |%8s | %-24s | %s%n";

  private Table() {}

  static String head() {
    return LINE.formatted(
        "scenario", "threads", "orchestrix", "raw", "axon", "vs raw", "vs axon", "goal", "reached");
  }

  static String line(Row row) {
    String goal = row.goals().stream().map(Goal::toString).collect(Collectors.joining(", "));
    return LINE.formatted(
        row.scenario(),
        row.threads(),
        figure(row, "orchestrix"),
        figure(row, "raw"),
        figure(row, "axon"),
        ratio(row.against("raw")),
        ratio(row.against("axon")),
        goal,
        row.isReached().map(reached -> reached ? "yes" : "no").orElse(""));
  }

  static String of(List<Row> rows) {
    return head() + rows.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String figure(Row row, String contestant) {
    Figures figures = row.figures().get(contestant);
    return figures == null
        ? ""
        : String.format(
            Locale.ROOT,
            figures.median() < 100 ? "%,.1f ±%2.0f%%" : "%,.0f ±%2.0f%%",
            figures.median(),
            figures.spread() * 100);
  }

  private static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
  }
}
