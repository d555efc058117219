package io.orchestrix.message.cloudevents;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A rule of CloudEvents 1.0.2 with what keeps and what breaks it.
 *
 * @param section of the specification
 * @param says the rule
 * @param where the attribute, or the JSON pointer, that a refusal names
 */
record Rule(String section, String says, String where, List<String> kept, List<String> broken) {

  static Rule of(String section, String says, String where) {
    return new Rule(section, says, where, List.of(), List.of());
  }

  Rule kept(String... samples) {
    return new Rule(section, says, where, List.of(samples), broken);
  }

  Rule broken(String... samples) {
    return new Rule(section, says, where, kept, List.of(samples));
  }

  /** A test for each sample. */
  Stream<DynamicTest> tests(Consumer<String> valid, Consumer<String> invalid) {
    return Stream.concat(
        kept.stream().map(sample -> test("valid", sample, valid)),
        broken.stream().map(sample -> test("INVALID", sample, invalid)));
  }

  private DynamicTest test(String kind, String sample, Consumer<String> check) {
    String shown = sample.length() > 60 ? sample.substring(0, 60) + "..." : sample;
    return DynamicTest.dynamicTest(
        "%s: %s, %s %s".formatted(section, says, kind, shown.replaceAll("\\p{Cntrl}", "?")),
        () -> check.accept(sample));
  }
}
