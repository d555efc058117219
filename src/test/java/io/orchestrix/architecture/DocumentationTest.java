package io.orchestrix.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.config.Key;
import io.orchestrix.config.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference pages say what the code says. */
class DocumentationTest {

  private static final Pattern CODE = Pattern.compile("ORX-\\d{4}");

  @Test
  void every_code_is_explained_and_every_explained_code_exists() throws IOException {
    Set<String> inCode = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> collect(literals(Documentation.read(file)), inCode));
    }
    Set<String> explained =
        Documentation.table("reference/messages.md", "## Codes").stream()
            .map(row -> row.get(0))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(explained).isEqualTo(inCode);
  }

  @Test
  void every_key_is_listed_with_its_default_and_what_it_takes() {
    List<List<String>> expected =
        Keys.ALL.stream()
            .map(key -> List.of("`" + key.name() + "`", byDefault(key), key.expects()))
            .toList();

    List<List<String>> listed =
        Documentation.table("reference/configuration.md", "## Keys").stream()
            .map(row -> row.subList(0, 3))
            .toList();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_readme_stays_short() {
    assertThat(Documentation.read(Documentation.root().resolve("README.md")).lines().count())
        .isLessThan(200);
  }

  private static String byDefault(Key<?> key) {
    return key.byDefault().isEmpty() ? "(empty)" : "`" + key.byDefault() + "`";
  }

  /** Codes stand in string literals; a comment may name a pattern of them. */
  private static String literals(String source) {
    return Pattern.compile("\"[^\"\\n]*\"")
        .matcher(source)
        .results()
        .map(r -> r.group())
        .collect(Collectors.joining());
  }

  private static void collect(String text, Set<String> codes) {
    Matcher matcher = CODE.matcher(text);
    while (matcher.find()) {
      codes.add(matcher.group());
    }
  }
}
