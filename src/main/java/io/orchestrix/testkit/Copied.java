package io.orchestrix.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies what would change later. */
final class Copied {

  private Copied() {}

  /** Collections and arrays, through and through; other objects are as they are. */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key, of(each)));
      return copy;
    }
    if (value instanceof Set<?> set) {
      Set<@Nullable Object> copy = new LinkedHashSet<>();
      set.forEach(each -> copy.add(of(each)));
      return copy;
    }
    if (value instanceof Collection<?> collection) {
      List<@Nullable Object> copy = new ArrayList<>();
      collection.forEach(each -> copy.add(of(each)));
      return copy;
    }
    return value != null && value.getClass().isArray() ? of(Shown.elements(value)) : value;
  }

  /** Whether nothing can change it. */
  static boolean isValue(Object value) {
    Class<?> type = value.getClass();
    return type.isEnum()
        || type.getName().startsWith("java.lang.")
        || type.getName().startsWith("java.math.")
        || type.getName().startsWith("java.time.");
  }
}
