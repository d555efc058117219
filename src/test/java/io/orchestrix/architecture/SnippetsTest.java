package io.orchestrix.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Java in the documentation is compiled code: a comment before a block names the file that holds
 * the same lines.
 */
class SnippetsTest {

  private static final Pattern SNIPPET =
      Pattern.compile("(<!-- from (\\S+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern GAP = Pattern.compile("(?m)^ *// \\.\\.\\.\\n");

  @TestFactory
  List<DynamicTest> java_in_the_docs_stands_in_compiled_code() throws IOException {
    try (Stream<Path> pages = Files.walk(Documentation.root().resolve("docs"))) {
      return Stream.concat(pages, Stream.of(Documentation.root().resolve("README.md")))
          .filter(page -> page.toString().endsWith(".md"))
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)))
          .toList();
    }
  }

  private static void check(Path page) {
    SNIPPET.matcher(Documentation.read(page)).results().forEach(SnippetsTest::checkSnippet);
  }

  private static void checkSnippet(MatchResult snippet) {
    String source = snippet.group(2);
    assertThat(source)
        .as("a comment '<!-- from FILE -->' before%n%s", snippet.group(3))
        .isNotNull();
    String code = normalise(Documentation.read(Documentation.root().resolve(source)));
    for (String part : GAP.split(snippet.group(3), -1)) {
      assertThat(code).as(source).contains(normalise(part));
    }
  }

  /** Indentation and blank lines may differ. */
  private static String normalise(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
