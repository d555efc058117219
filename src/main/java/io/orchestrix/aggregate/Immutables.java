package io.orchestrix.aggregate;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what nobody can change, now or later. It errs towards no. */
final class Immutables {

  private static final Set<Class<?>> KNOWN =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Character.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          UUID.class,
          URI.class,
          Locale.class,
          Currency.class);

  /** The fields of a class that are to be looked at; empty without any, absent if one changes. */
  private static final ClassValue<Optional<List<Field>>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Optional<List<Field>> computeValue(Class<?> type) {
          return fields(type);
        }
      };

  private Immutables() {}

  static boolean isImmutable(@Nullable Object value) {
    if (value == null) {
      return true;
    }
    Class<?> type = value.getClass();
    if (KNOWN.contains(type) || value instanceof Enum<?>) {
      return true;
    }
    if (type.isArray()) {
      return Array.getLength(value) == 0;
    }
    String name = type.getName();
    if (name.startsWith("java.")) {
      return isImmutableOfPlatform(name, value);
    }
    Optional<List<Field>> fields = FIELDS.get(type);
    return fields.isPresent() && hold(fields.get(), value);
  }

  private static boolean isImmutableOfPlatform(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      return isImmutable(optional.orElse(null));
    }
    if (name.startsWith("java.util.ImmutableCollections$")) { // of List.of, Set.copyOf, toList ...
      return value instanceof Map<?, ?> map
          ? areImmutable(map.keySet()) && areImmutable(map.values())
          : value instanceof Collection<?> collection && areImmutable(collection);
    }
    return name.startsWith("java.time.");
  }

  private static boolean areImmutable(Collection<?> values) {
    for (Object value : values) {
      if (!isImmutable(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hold(List<Field> fields, Object value) {
    try {
      for (Field field : fields) {
        if (!isImmutable(field.get(value))) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  private static Optional<List<Field>> fields(Class<?> owner) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        if (!Modifier.isFinal(field.getModifiers()) || !field.trySetAccessible()) {
          return Optional.empty();
        }
        if (!field.getType().isPrimitive()) {
          fields.add(field);
        }
      }
    }
    return Optional.of(List.copyOf(fields));
  }
}
