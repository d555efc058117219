package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameJsonTest {

  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      made.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return made;
  }

  @Test
  void numbers_are_the_same_whatever_they_are_written_like() {
    assertThat(SameJson.is(1, new BigDecimal("1.0"))).isTrue();
    assertThat(SameJson.is(1L, 1.0d)).isTrue();
    assertThat(SameJson.is(1, "1")).isFalse();
    assertThat(SameJson.is(new BigDecimal("1.01"), 1)).isFalse();
  }

  @Test
  void members_have_no_order_and_elements_have() {
    assertThat(SameJson.is(object("a", 1, "b", 2), object("b", 2, "a", 1))).isTrue();
    assertThat(SameJson.is(List.of(1, 2), List.of(2, 1))).isFalse();
    assertThat(SameJson.is(List.of(1), List.of(1, 2))).isFalse();
  }

  @Test
  void no_member_is_as_good_as_none() {
    assertThat(SameJson.is(object("a", 1, "b", null), object("a", 1))).isTrue();
    assertThat(SameJson.is(object("a", 1), object("a", 1, "b", 2))).isFalse();
    assertThat(SameJson.is(new ArrayList<>(Arrays.asList((Object) null)), List.of())).isFalse();
  }

  @Test
  void close_times_are_nearly_the_same_and_not_the_same() {
    String noon = "2026-01-01T12:00:00Z";
    assertThat(SameJson.is(noon, "2026-01-01T12:00:00.000Z")).isTrue();
    assertThat(SameJson.is(noon, "2026-01-01T12:00:05Z")).isFalse();
    assertThat(SameJson.isNearly(List.of(noon), List.of("2026-01-01T12:00:05Z"))).isTrue();
    assertThat(SameJson.isNearly(noon, "2026-01-01T12:00:06Z")).isFalse();
  }
}
