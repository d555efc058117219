package io.orchestrix.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every concept of the Python original has a counterpart here that a test shows. */
class ConceptsTest {

  private static final String PAGE = "migration/from-the-python-original.md";
  private static final String LATER = "comes with a later version";
  private static final int LEAST = 150;

  private static final Pattern HEADING = Pattern.compile("(?m)^## .+$");
  private static final Pattern TESTS = Pattern.compile("`\\w+\\.\\w+`(, `\\w+\\.\\w+`)*");
  private static final Pattern NAME = Pattern.compile("\\w+\\.\\w+");

  /** An annotation of JUnit and the method below it, as the formatter indents them. */
  private static final Pattern METHOD =
      Pattern.compile(
          "(?m)^  @(?:Test|ParameterizedTest|TestFactory)\\b(?:.*\\n)+?  [A-Za-z][^(\\n]* (\\w+)\\(");

  private static final List<String> ROOTS =
      List.of("src/test/java", "it/src/main/java", "examples/banking/src/test/java");

  private static List<List<String>> rows() {
    return HEADING
        .matcher(Documentation.page(PAGE))
        .results()
        .map(MatchResult::group)
        .flatMap(heading -> Documentation.table(PAGE, heading).stream())
        .toList();
  }

  private static boolean isLater(List<String> row) {
    return row.get(3).contains(LATER);
  }

  private static Set<String> existing() throws IOException {
    Set<String> tests = new HashSet<>();
    for (String root : ROOTS) {
      try (Stream<Path> files = Files.walk(Documentation.root().resolve(root))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> collect(file, tests));
      }
    }
    return tests;
  }

  private static void collect(Path file, Set<String> tests) {
    String type = file.getFileName().toString().replace(".java", "");
    METHOD
        .matcher(Documentation.read(file))
        .results()
        .forEach(method -> tests.add(type + "." + method.group(1)));
  }

  @Test
  void every_row_says_what_is_where_and_why_once() {
    assertThat(rows())
        .hasSizeGreaterThanOrEqualTo(LEAST)
        .allSatisfy(row -> assertThat(row).hasSize(4).doesNotContain(""));
    assertThat(rows()).extracting(row -> row.get(0)).doesNotHaveDuplicates();
  }

  @Test
  void every_row_has_a_test_unless_it_is_still_to_come() {
    assertThat(rows())
        .allSatisfy(
            row -> {
              if (isLater(row)) {
                assertThat(row.get(2)).isEqualTo("-");
              } else {
                assertThat(row.get(2)).matches(TESTS);
              }
            });
  }

  @Test
  void every_named_test_exists() throws IOException {
    Set<String> existing = existing();

    assertThat(rows())
        .flatMap(row -> NAME.matcher(row.get(2)).results().map(MatchResult::group).toList())
        .isNotEmpty()
        .isSubsetOf(existing);
  }
}
