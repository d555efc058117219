package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples with curl that the documentation shows, as they stand there: each reaches an address
 * that there is, with a method, a login and a body that it takes. What is named in them may not be
 * there, and then the answer says so.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash")
class CurlExamplesIT {
  private static final Path DOCS = Path.of("../docs/how-to");
  private static final String DEMO = "http://localhost:9080";
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ANSWER = Pattern.compile("<<<(\\d{3}) (\\S+)");

  /** What is named is not there, or letters may not be edited, as payloads are masked. */
  private static final Pattern ABSENT = Pattern.compile("\"code\" ?: ?\"ORX-((?!70)\\d{4}|7023)\"");

  /** Says after each answer which status it has; what never ends is followed for a while. */
  private static final String CURL =
      "curl() { command curl -sS --max-time 4 -w '\\n<<<%{http_code} %{url_effective}\\n' \"$@\"; }\n";

  static Stream<Path> pages() throws IOException {
    try (var pages = Files.list(DOCS)) {
      return Stream.concat(
              Stream.of(Path.of("../README.md")),
              pages.sorted().toList().stream().filter(page -> page.toString().endsWith(".md")))
          .filter(page -> script(page).contains("/orchestrix/api"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void each_reaches_what_it_shows(Path page) throws Exception {
    var address = Servers.of(Database.POSTGRESQL).address().toString();

    var script = script(page).replace(DEMO, address);
    var output = run(CURL + script);

    var answers =
        Stream.of(output.split("(?<=\n<<<[^\n]{1,400}\n)"))
            .filter(answer -> answer.contains("<<<"))
            .toList();
    assertThat(answers)
        .hasSize((int) script.lines().filter(line -> line.startsWith("curl ")).count());
    for (var answer : answers) {
      var status = ANSWER.matcher(answer);
      assertThat(status.find()).as(answer).isTrue();
      if (!status.group(1).startsWith("2")) {
        assertThat(status.group(1)).as(answer).isIn("403", "404", "409", "422");
        assertThat(ABSENT.matcher(answer).find()).as(answer).isTrue();
      }
    }
  }

  /** All examples of a page, in their order, as one script. */
  private static String script(Path page) {
    try {
      return BLOCK
          .matcher(Files.readString(page))
          .results()
          .map(block -> block.group(1))
          .filter(block -> block.contains("curl"))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String script) throws IOException, InterruptedException {
    var bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    bash.getOutputStream().close();
    var output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return output;
  }
}
