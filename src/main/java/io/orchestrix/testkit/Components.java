package io.orchestrix.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value is made of. */
final class Components {

  private Components() {}

  /**
   * By their names: the components of a record, the fields of a class without an {@code equals},
   * the elements of a list or array, the values of a map. {@code null} if the value is one thing.
   */
  static @Nullable Map<String, @Nullable Object> of(Object value) {
    if (value instanceof List<?> list) {
      return elements(list);
    }
    if (value.getClass().isArray()) {
      return elements(Shown.elements(value));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      map.forEach((key, each) -> values.put("[" + Shown.text(key) + "]", each));
      return values;
    }
    boolean isOpen = value.getClass().isRecord() || !hasEquals(value.getClass());
    return isOpen && !value.getClass().getName().startsWith("java.") ? fields(value) : null;
  }

  private static Map<String, @Nullable Object> elements(List<?> list) {
    Map<String, @Nullable Object> elements = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      elements.put("[%d]".formatted(i), list.get(i));
    }
    return elements;
  }

  private static boolean hasEquals(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, @Nullable Object> fields(Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
          fields.putIfAbsent(field.getName(), get(field, value));
        }
      }
    }
    return fields;
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
