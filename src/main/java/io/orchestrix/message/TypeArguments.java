package io.orchestrix.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a class says that the type arguments of something are which it implements. */
public final class TypeArguments {

  private TypeArguments() {}

  /**
   * The arguments of {@code generic}; type variables where {@code type} leaves them open.
   *
   * @param type a class, or one with its own arguments
   */
  public static List<Type> of(Type type, Class<?> generic) {
    return find(type, Map.of(), generic);
  }

  /** Empty if this way does not lead there. */
  private static List<Type> find(Type from, Map<TypeVariable<?>, Type> outer, Class<?> generic) {
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    Class<?> raw;
    if (from instanceof ParameterizedType type) {
      raw = (Class<?>) type.getRawType();
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        bound.put(raw.getTypeParameters()[i], bind(type.getActualTypeArguments()[i], outer));
      }
    } else {
      raw = (Class<?>) from;
    }
    if (raw == generic) {
      return Stream.of(raw.getTypeParameters()).map(variable -> bind(variable, bound)).toList();
    }
    List<Type> next = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      next.add(raw.getGenericSuperclass());
    }
    return next.stream()
        .map(type -> find(type, bound, generic))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Type bind(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof TypeVariable<?> variable) {
      return bound.getOrDefault(variable, variable);
    }
    return type instanceof ParameterizedType generic
        ? new GenericType(
            (Class<?>) generic.getRawType(),
            generic.getOwnerType(),
            Stream.of(generic.getActualTypeArguments()).map(each -> bind(each, bound)).toList())
        : type;
  }
}
