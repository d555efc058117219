package io.orchestrix.aggregate.jackson;

import io.orchestrix.aggregate.AggregateRoot;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The fields of an aggregate class by their names in JSON, those of superclasses first. */
final class StateFields {

  private final Map<String, StateField> byName;

  private StateFields(Map<String, StateField> byName) {
    this.byName = byName;
  }

  static StateFields of(Class<?> aggregate, JsonMapper mapper) {
    Deque<Class<?>> types = new ArrayDeque<>();
    for (Class<?> type = aggregate; type != AggregateRoot.class; type = type.getSuperclass()) {
      types.push(type);
    }
    Map<String, StateField> byName = new LinkedHashMap<>();
    for (Class<?> type : types) {
      // what a generic superclass calls T is known by its subclass
      JavaType owner = mapper.getTypeFactory().constructType(aggregate).findSuperType(type);
      for (Field field : type.getDeclaredFields()) {
        if (isState(field)) {
          JavaType resolved =
              mapper
                  .getTypeFactory()
                  .resolveMemberType(field.getGenericType(), owner.getBindings());
          String name =
              byName.containsKey(field.getName())
                  ? type.getSimpleName() + "." + field.getName()
                  : field.getName();
          field.setAccessible(true);
          byName.put(name, new StateField(name, field, resolved));
        }
      }
    }
    return new StateFields(byName);
  }

  private static boolean isState(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && !field.isSynthetic();
  }

  Collection<StateField> all() {
    return byName.values();
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  StateField named(String name) {
    StateField field = byName.get(name);
    if (field == null) {
      throw new IllegalArgumentException("There is no field %s.".formatted(name));
    }
    return field;
  }
}
