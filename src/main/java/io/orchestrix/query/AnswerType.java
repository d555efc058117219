package io.orchestrix.query;

import io.orchestrix.message.TypeArguments;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The type of the answer to a query, as its class says. */
record AnswerType(Type type) {

  /** Empty if the class leaves it open. */
  static Optional<AnswerType> of(Class<?> query) {
    return TypeArguments.of(query, Query.class).stream()
        .filter(AnswerType::isNamed)
        .findFirst()
        .map(AnswerType::new);
  }

  private static boolean isNamed(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.of(generic.getActualTypeArguments()).allMatch(AnswerType::isNamed);
    }
    return !(type instanceof TypeVariable<?>);
  }

  /** Whether every value of the type {@code declared} is one, as the compiler would say. */
  boolean fits(Type declared) {
    return fits(declared, type);
  }

  private static boolean fits(Type declared, Type expected) {
    if (declared instanceof TypeVariable<?> variable) {
      return fits(variable.getBounds()[0], expected);
    }
    if (declared instanceof WildcardType wildcard) {
      return fits(wildcard.getUpperBounds()[0], expected);
    }
    if (expected instanceof Class<?> wanted) {
      return raw(declared).filter(wanted::isAssignableFrom).isPresent();
    }
    if (expected instanceof ParameterizedType wanted && raw(declared).isPresent()) {
      List<Type> arguments = TypeArguments.of(declared, (Class<?>) wanted.getRawType());
      Type[] bounds = wanted.getActualTypeArguments();
      return !arguments.isEmpty()
          && IntStream.range(0, bounds.length).allMatch(i -> admits(bounds[i], arguments.get(i)));
    }
    return declared.equals(expected); // an array of a generic type
  }

  /** Whether a type argument may stand where another is wanted. */
  private static boolean admits(Type wanted, Type argument) {
    if (!(wanted instanceof WildcardType wildcard)) {
      return wanted.equals(argument);
    }
    return Stream.of(wildcard.getUpperBounds()).allMatch(bound -> fits(argument, bound))
        && Stream.of(wildcard.getLowerBounds()).allMatch(bound -> fits(bound, argument));
  }

  private static Optional<Class<?>> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Optional.of((Class<?>) generic.getRawType());
    }
    return type instanceof Class<?> found
        ? Optional.of(MethodType.methodType(found).wrap().returnType())
        : Optional.empty();
  }
}
