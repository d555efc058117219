package io.orchestrix.testkit;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How values are shown in messages. */
final class Shown {

  private Shown() {}

  static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    return value != null && value.getClass().isArray()
        ? elements(value).toString()
        : String.valueOf(value);
  }

  /** So that values are told apart that look the same. */
  static String withType(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return "%s (scale %d)".formatted(decimal.toPlainString(), decimal.scale());
    }
    return value == null
        ? "null"
        : "%s (%s)".formatted(text(value), value.getClass().getTypeName());
  }

  static List<Object> elements(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }
}
