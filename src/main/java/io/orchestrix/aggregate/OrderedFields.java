package io.orchestrix.aggregate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Collections in the fields of an aggregate whose order is part of what they are. */
final class OrderedFields {

  private OrderedFields() {}

  /**
   * The first field whose collection has come back as one of another order, which JSON does not
   * show: the next element would go to another place. {@code null} if there is none.
   */
  static @Nullable Field lost(AggregateRoot written, AggregateRoot read) {
    for (Class<?> type = written.getClass();
        type != AggregateRoot.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers)
            && !Modifier.isTransient(modifiers)
            && !field.getType().isPrimitive()
            && field.trySetAccessible()
            && isLost(get(field, written), get(field, read))) {
          return field;
        }
      }
    }
    return null;
  }

  private static boolean isLost(@Nullable Object written, @Nullable Object read) {
    if (written == null) {
      return false;
    }
    boolean isOrdered =
        written instanceof SortedMap<?, ?>
            || written instanceof SortedSet<?>
            || written instanceof EnumMap<?, ?>
            || written instanceof LinkedHashMap<?, ?>
            || written instanceof LinkedHashSet<?>
            || written instanceof PriorityQueue<?>;
    return isOrdered && (read == null || read.getClass() != written.getClass());
  }

  private static @Nullable Object get(Field field, AggregateRoot aggregate) {
    try {
      return field.get(aggregate);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
