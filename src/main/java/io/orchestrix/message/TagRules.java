package io.orchestrix.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a component must be so that its text makes a tag. */
final class TagRules {

  private TagRules() {}

  static Stream<InvalidEventTypeException> mistakes(Class<?> event) {
    return TaggedComponent.components(event)
        .flatMap(
            component ->
                flaw(component)
                    .map(flaw -> InvalidEventTypeException.badTag(event, component.getName(), flaw))
                    .stream());
  }

  private static Optional<String> flaw(RecordComponent component) {
    String name = TaggedComponent.nameOf(component);
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      return Optional.of(
          "the name '%s' is not 1 to 100 letters a to z, digits, '.', '_' or '-'"
              .formatted(InvalidEventTypeException.printable(name)));
    }
    if (!Collection.class.isAssignableFrom(component.getType())) {
      return flaw(component.getType());
    }
    return component.getGenericType() instanceof ParameterizedType collection
            && collection.getActualTypeArguments().length == 1
            && collection.getActualTypeArguments()[0] instanceof Class<?> element
        ? flaw(element)
        : Optional.of("its type does not say of what it is a collection");
  }

  private static Optional<String> flaw(Class<?> type) {
    if (type.isArray()) {
      return Optional.of("an array has no text; a List gives a tag for each element");
    }
    boolean container =
        type.isRecord()
            || Map.class.isAssignableFrom(type)
            || Iterable.class.isAssignableFrom(type)
            || type.getName().startsWith("java.util.Optional");
    if (container) {
      return Optional.of("a %s holds values and is none".formatted(type.getSimpleName()));
    }
    return type.isPrimitive() || hasText(type)
        ? Optional.empty()
        : Optional.of("a %s has no toString of its own".formatted(type.getSimpleName()));
  }

  private static boolean hasText(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false; // an interface that says nothing of it
    }
  }
}
