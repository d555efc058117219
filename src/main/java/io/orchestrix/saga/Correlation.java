package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an event says which instance it concerns. Immutable, thread-safe.
 *
 * @param name what kind of key it is; empty for the instance's own
 * @param components of the event, of which it is made
 */
public record Correlation(String name, List<String> components) {

  public Correlation {
    components = List.copyOf(components);
  }

  /** By the key of the instance itself. */
  static Correlation byOwnKey(String... components) {
    return new Correlation(CorrelationKey.OWN, List.of(components));
  }

  /**
   * By a further key.
   *
   * @param name by which {@link SagaContext#correlate} has named the key
   * @param components of the event that make up the key
   */
  public static Correlation byKey(String name, String... components) {
    return new Correlation(name, List.of(components));
  }

  /** The key that an event says; empty if one of its components is {@code null}. */
  Optional<CorrelationKey> of(Event event) {
    List<Optional<Object>> values =
        components.stream().map(component -> Optional.ofNullable(read(event, component))).toList();
    if (values.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    String value =
        values.size() == 1
            ? String.valueOf(values.get(0).orElseThrow())
            : values.stream()
                .map(Optional::orElseThrow)
                .map(Correlation::escaped)
                .collect(Collectors.joining("/"));
    return Optional.of(new CorrelationKey(name, value));
  }

  /** So that different parts never make the same whole. */
  private static String escaped(Object part) {
    return String.valueOf(part).replace("%", "%25").replace("/", "%2F");
  }

  /** Whether events of a class have all components. */
  boolean fits(Class<?> type) {
    return components.stream().allMatch(component -> accessor(type, component).isPresent());
  }

  private static @org.jspecify.annotations.Nullable Object read(Event event, String component) {
    Method accessor =
        accessor(event.getClass(), component)
            .orElseThrow(() -> SagaException.noComponent(event.getClass(), component));
    try {
      accessor.setAccessible(true);
      return accessor.invoke(event);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw SagaException.unreadable(event.getClass(), component, e);
    }
  }

  private static Optional<Method> accessor(Class<?> type, String component) {
    try {
      return Optional.of(type.getMethod(component));
    } catch (NoSuchMethodException e) {
      try {
        return Optional.of(type.getDeclaredMethod(component));
      } catch (NoSuchMethodException none) {
        return Optional.empty();
      }
    }
  }
}
