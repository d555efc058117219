package io.orchestrix.aggregate.jackson;

import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.message.Sensitive;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field of an aggregate.
 *
 * @param name in JSON
 * @param type what it is declared as
 */
record StateField(String name, Field field, JavaType type) {

  void write(AggregateRoot aggregate, JsonGenerator json, JsonMapper mapper, boolean isMasked) {
    if (isMasked && field.isAnnotationPresent(Sensitive.class)) {
      json.writeString(Sensitive.MASK);
    } else {
      mapper.writerFor(type).writeValue(json, ordered(get(aggregate)));
    }
  }

  /** What has no order of its own is written in one, so that the same content is the same JSON. */
  private static @Nullable Object ordered(@Nullable Object value) {
    if (value instanceof HashMap<?, ?> map && value.getClass() == HashMap.class) {
      Map<Object, Object> ordered = new LinkedHashMap<>();
      map.entrySet().stream()
          .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
          .forEachOrdered(entry -> ordered.put(entry.getKey(), entry.getValue()));
      return ordered;
    }
    if (value instanceof HashSet<?> set && value.getClass() == HashSet.class) {
      Set<Object> ordered = new LinkedHashSet<>();
      set.stream().sorted(Comparator.comparing(String::valueOf)).forEachOrdered(ordered::add);
      return ordered;
    }
    return value;
  }

  void read(AggregateRoot aggregate, JsonParser json, JsonMapper mapper) {
    Object there = get(aggregate);
    Object value = mapper.readerFor(type).readValue(json);
    if (!fill(there, value) && !Modifier.isFinal(field.getModifiers())) {
      set(aggregate, value);
    }
  }

  /** What the constructor has made keeps its kind: order, comparator, type of keys. */
  @SuppressWarnings("unchecked") // what is declared for the field fits what is in it
  private static boolean fill(@Nullable Object there, @Nullable Object value) {
    try {
      if (there instanceof Map<?, ?> map && value instanceof Map<?, ?> read) {
        map.clear();
        ((Map<Object, Object>) map).putAll(read);
        return true;
      }
      if (there instanceof Collection<?> collection && value instanceof Collection<?> read) {
        collection.clear();
        ((Collection<Object>) collection).addAll(read);
        return true;
      }
      return false;
    } catch (UnsupportedOperationException e) {
      return false; // such as List.of()
    }
  }

  private @Nullable Object get(AggregateRoot aggregate) {
    try {
      return field.get(aggregate);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void set(AggregateRoot aggregate, @Nullable Object value) {
    try {
      field.set(aggregate, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
