package io.orchestrix.message;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of an event that is a tag.
 *
 * @param name of the tag
 * @param accessor reads the component of an {@link Event} as an object
 */
record TaggedComponent(String name, MethodHandle accessor) {

  static List<TaggedComponent> of(Class<?> type) {
    return components(type)
        .map(component -> new TaggedComponent(nameOf(component), accessor(component)))
        .toList();
  }

  /** The components with a tag, also where it makes no sense; of a record only. */
  static Stream<RecordComponent> components(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.getRecordComponents()).filter(c -> c.isAnnotationPresent(Tag.class))
        : Stream.empty();
  }

  static String nameOf(RecordComponent component) {
    Tag tag = component.getAnnotation(Tag.class);
    return tag == null || tag.value().isEmpty() ? component.getName() : tag.value();
  }

  @Nullable Object read(Event event) {
    try {
      return (Object) accessor.invokeExact(event);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("An accessor threw a checked exception.", e);
    }
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return MethodHandles.privateLookupIn(component.getDeclaringRecord(), MethodHandles.lookup())
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Event.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot reach " + component, e);
    }
  }
}
