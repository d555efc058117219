package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.architecture.Documentation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

  @Test
  void the_reference_lists_every_instrument_as_it_is() {
    List<List<String>> expected =
        Arrays.stream(Instrument.values()).map(InstrumentsTest::row).toList();

    List<List<String>> listed =
        Documentation.table("reference/metrics.md", "## Instruments").stream()
            .map(row -> row.subList(0, 6))
            .toList();

    assertThat(listed).containsExactlyElementsOf(expected);
  }

  private static List<String> row(Instrument instrument) {
    String labels =
        instrument.labels().stream()
            .map(label -> "`" + label + "`")
            .collect(Collectors.joining(", "));
    return List.of(
        "`" + instrument.title() + "`",
        "`" + prometheus(instrument) + "`",
        instrument.kind().name().toLowerCase(Locale.ROOT),
        "`" + instrument.unit() + "`",
        labels.isEmpty() ? "-" : labels,
        instrument.description());
  }

  private static String prometheus(Instrument instrument) {
    String name = instrument.title().replace('.', '_');
    return switch (instrument.kind()) {
      case COUNTER -> name + "_total";
      case TIMER -> name + "_seconds";
      case GAUGE -> instrument.isInSeconds() ? name + "_seconds" : name;
    };
  }

  @Test
  void times_are_in_seconds_and_names_say_no_unit() {
    assertThat(Instrument.values())
        .allSatisfy(
            instrument -> {
              assertThat(instrument.title()).matches("orchestrix(\\.[a-z_]+)+");
              assertThat(instrument.title()).doesNotContain("second", "total", "count", "milli");
              assertThat(instrument.isInSeconds() || instrument.unit().matches("\\{[a-z]+}"))
                  .isTrue();
              assertThat(instrument.kind() != Instrument.Kind.TIMER || instrument.isInSeconds())
                  .isTrue();
            });
  }
}
