package io.orchestrix.aggregate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of an aggregate, or of the state of a decided one, hold besides what JSON shows
 * of it.
 */
final class FieldKinds {

  private FieldKinds() {}

  /**
   * The first field whose value has come back as one of another kind: of another class, or a
   * collection of another order, in which the next element would go to another place. {@code null}
   * if there is none.
   */
  static @Nullable Field lost(AggregateRoot written, AggregateRoot read) {
    Field own = lostIn(written, read);
    return own == null
            && written instanceof Decided<?, ?, ?> before
            && read instanceof Decided<?, ?, ?> after
            && before.state().getClass() == after.state().getClass()
        ? lostIn(before.state(), after.state())
        : own;
  }

  /** Of two objects of one class; those of the platform let nobody look into them. */
  private static @Nullable Field lostIn(Object written, Object read) {
    for (Class<?> type = written.getClass();
        type != null && type != AggregateRoot.class;
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
    boolean isUnordered =
        (written instanceof Map<?, ?> || written instanceof Collection<?>)
            && !(written instanceof SortedMap<?, ?>
                || written instanceof SortedSet<?>
                || written instanceof EnumMap<?, ?>
                || written instanceof LinkedHashMap<?, ?>
                || written instanceof LinkedHashSet<?>
                || written instanceof PriorityQueue<?>);
    return !isUnordered
        && (read == null
            || read.getClass() != written.getClass()
            || classOf(comparator(read)) != classOf(comparator(written)));
  }

  private static @Nullable Object comparator(Object collection) {
    if (collection instanceof SortedMap<?, ?> map) {
      return map.comparator();
    }
    if (collection instanceof SortedSet<?> set) {
      return set.comparator();
    }
    return collection instanceof PriorityQueue<?> queue ? queue.comparator() : null;
  }

  private static @Nullable Class<?> classOf(@Nullable Object object) {
    return object == null ? null : object.getClass();
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
