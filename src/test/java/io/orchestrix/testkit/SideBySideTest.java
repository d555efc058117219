package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private record Opened(String owner) {}

  private record Line(String article, BigDecimal price) {}

  private record Ordered(@Nullable String by, List<Line> lines, Map<String, Integer> counts) {}

  @SuppressWarnings("ArrayRecordComponent") // applications have them
  private record Raw(byte[] bytes) {}

  /** Says nothing of equality. */
  @SuppressWarnings("UnusedVariable") // it is compared
  private static final class Plain {
    private final int number;

    Plain(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return "Plain";
    }
  }

  private static Ordered ordered(@Nullable String by, String price, int count) {
    return new Ordered(
        by,
        new ArrayList<>(
            List.of(new Line("a", BigDecimal.ONE), new Line("b", new BigDecimal(price)))),
        Map.of("b", count));
  }

  @Test
  void records_are_compared_component_by_component() {
    assertThat(SideBySide.ofValues(ordered("Ada", "1.50", 1), ordered(null, "1.5", 2)))
        .isEqualTo(
            "\n    expected                          | but was"
                + "\n  ! Ordered                           | Ordered"
                + "\n      by = \"Ada\"                      | by = null"
                + "\n      lines[1].price = 1.50 (scale 2) | lines[1].price = 1.5 (scale 1)"
                + "\n      counts[\"b\"] = 1                 | counts[\"b\"] = 2");
  }

  @Test
  void lists_are_aligned() {
    String text =
        SideBySide.ofLists(
            List.of(new Opened("Ada"), new Line("a", BigDecimal.ONE), new Opened("Bob")),
            List.of(
                new Line("x", BigDecimal.ONE), new Opened("Ada"), new Line("a", BigDecimal.TEN)));

    assertThat(text)
        .isEqualTo(
            "\n    expected          | but was"
                + "\n  +                   | Line[article=x, price=1]"
                + "\n    Opened[owner=Ada] | Opened[owner=Ada]"
                + "\n  ! Line              | Line"
                + "\n      price = 1       | price = 10"
                + "\n  - Opened[owner=Bob] |");
  }

  @Test
  void values_of_different_classes_stand_beside_each_other() {
    assertThat(SideBySide.ofLists(List.of(new Opened("Ada")), List.of(new Raw(new byte[0]))))
        .contains("! Opened[owner=Ada] | Raw[");
    assertThat(SideBySide.ofValues(1, 1L)).contains("1 (java.lang.Integer) | 1 (java.lang.Long)");
    assertThat(SideBySide.ofValues("1", null)).contains("- \"1\"");
  }

  @Test
  void what_has_no_equals_is_compared_by_what_it_is_made_of() {
    assertThat(Comparison.of(new Raw(new byte[] {1}), new Raw(new byte[] {1}))).isEmpty();
    assertThat(Comparison.of(new Raw(new byte[] {1}), new Raw(new byte[] {2})))
        .containsExactly(new Difference("bytes[0]", "1", "2"));
    assertThat(Comparison.of(new Plain(1), new Plain(1))).isEmpty();
    assertThat(Comparison.of(new Plain(1), new Plain(2)))
        .containsExactly(new Difference("number", "1", "2"));
    assertThat(Comparison.of(List.of(1), List.of(1, 2)))
        .containsExactly(new Difference("[1]", "(nothing)", "2"));
  }
}
