package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The table in {@code docs/reference/compatibility.md}: a row for each application, a column for
 * each server. {@code -Dcompatibility.write=true} writes what the tests saw; otherwise they
 * compare.
 */
final class CompatibilityTable {
  private static final Path PAGE = Path.of("../docs/reference/compatibility.md");
  private static final boolean WRITE = Boolean.getBoolean("compatibility.write");
  private static final String WORKS = "works";
  private static final String FAILS = "fails";

  private CompatibilityTable() {}

  /** Holds what was seen on a server against its column. */
  static void hold(String server, Map<String, Boolean> seen) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(PAGE));
    var header = lines.stream().filter(line -> line.startsWith("| application |")).findFirst();
    var column = cells(header.orElseThrow()).indexOf(server);
    assertThat(column).as("column of %s in %s", server, PAGE).isPositive();
    if (WRITE) {
      lines.replaceAll(line -> line(line, column, seen));
      Files.write(PAGE, lines);
    } else {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| ---"))
          .extracting(line -> cells(line).get(0))
          .as("rows of %s", PAGE)
          .containsExactlyInAnyOrderElementsOf(rows(seen));
      seen.forEach(
          (application, works) ->
              assertThat(lines)
                  .as("%s, row of %s, column of %s", PAGE, application, server)
                  .filteredOn(line -> cells(line).get(0).equals(application))
                  .singleElement()
                  .satisfies(row -> assertThat(cells(row).get(column)).isEqualTo(text(works))));
    }
  }

  private static List<String> rows(Map<String, Boolean> seen) {
    var rows = new ArrayList<>(seen.keySet());
    rows.add("application");
    return rows;
  }

  private static String line(String line, int column, Map<String, Boolean> seen) {
    var cells = new ArrayList<>(cells(line));
    var works = seen.get(cells.get(0));
    if (works == null) {
      return line;
    }
    cells.set(column, text(works));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> cells(String line) {
    var inside = line.startsWith("| ") ? line.substring(2, line.lastIndexOf(" |")) : line;
    return Arrays.asList(inside.split(" \\| ", -1));
  }

  private static String text(boolean works) {
    return works ? WORKS : FAILS;
  }
}
